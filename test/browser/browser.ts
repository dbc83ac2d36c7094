import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** A page under watch. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, failed requests and requests to other hosts, in order. */
  readonly problems: readonly string[];
  /** The problems so far, which are forgotten. */
  takeProblems(): readonly string[];
}

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium"; // where Debian's package puts it

const TIMEOUT_MS = 60_000; // a busy machine that draws maps in software takes its time

/** Why no browser test can run here, in words for the test's name; null when they can. */
export const noBrowser: string | null = existsSync(EXECUTABLE)
  ? null
  : `no Chromium at ${EXECUTABLE}: install it, or set CHROMIUM to its path`;

// A graphics card made of software, for WebGL; pages without a map are drawn faster with none, and text with either.
const WITH_MAPS = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-gpu-rasterization"];
const WITHOUT_MAPS = ["--disable-gpu"];

/** Starts headless Chromium, for pages with maps if not said otherwise; no host but 127.0.0.1 exists for it. */
export function launchBrowser({ hasMaps = true }: { readonly hasMaps?: boolean } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ...(hasMaps ? WITH_MAPS : WITHOUT_MAPS),
    ],
  });
}

/** Opens an address and watches the page from its first request; close the page when done. */
export async function openWatchedPage(
  context: BrowserContext,
  address: string,
  { waitUntil = "load" }: { readonly waitUntil?: "load" | "commit" } = {},
): Promise<WatchedPage> {
  const { host } = new URL(address);
  const problems: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.host && url.host !== host) problems.push(`asked another host: ${url}`);
  });
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  await page.goto(address, { waitUntil });
  return { page, problems, takeProblems: () => problems.splice(0) };
}
