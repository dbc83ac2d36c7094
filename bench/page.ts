// npm run bench -- page: the explorer page in headless Chromium, cold; then long tasks while it is used.
import type { Browser, Page } from "playwright-core";
import { launchBrowser, noBrowser } from "../test/browser/browser.js";
import { startOurs } from "./api/server-process.js";
import { report, round, type Timing, timing, timingText } from "./harness.js";

const RUNS = 5;
const SIZE = { width: 1280, height: 800 };
const MOVES = 80;
const SLIDER_STEPS = 60;

interface Run {
  readonly paintMs: number;
  readonly idleMs: number;
  /** Over 50 ms each, while hovering. */
  readonly hoverMs: readonly number[];
  /** Over 50 ms each, while the slider of the minimum share moves. */
  readonly sliderMs: readonly number[];
}

if (noBrowser) throw new Error(noBrowser);
const server = await startOurs();
const browser = await launchBrowser();
try {
  const address = new URL("/", server.url).href;
  const runs: Run[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await exercisePage(browser, address));
  const paint = timing(runs.map(({ paintMs }) => paintMs));
  const idle = timing(runs.map(({ idleMs }) => idleMs));
  const [hover, slider] = [runs.flatMap(({ hoverMs }) => hoverMs), runs.flatMap(({ sliderMs }) => sliderMs)];
  report(process.argv.slice(2), { paint, idle, hoverMs: hover, sliderMs: slider }, [
    formatTiming("first paint", paint),
    formatTiming("map complete", idle),
    `long tasks while hovering (${RUNS} x ${MOVES} moves): ${formatLongTasks(hover)}`,
    `long tasks while the slider moves (${RUNS} x ${SLIDER_STEPS} steps): ${formatLongTasks(slider)}`,
  ]);
} finally {
  await browser.close();
  await server.stop();
}

/** Opens the page with an empty cache, waits for its map, then hovers and moves the slider. */
async function exercisePage(browser: Browser, address: string): Promise<Run> {
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.map[data-shown="yes"]').waitFor();
  const paintMs = await startTime(page, "first-contentful-paint");
  const idleMs = await startTime(page, "map-complete");

  await page.evaluate(
    'globalThis.tasks = []; new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" })',
  );
  const map = await page.locator(".map").boundingBox();
  if (!map) throw new Error("the page has no map");
  for (let i = 0; i < MOVES; i++) {
    const share = i / MOVES;
    await page.mouse.move(map.x + map.width * (0.55 + 0.35 * share), map.y + map.height * (0.15 + 0.7 * share));
  }
  const hoverMs = await takeLongTasks(page);

  await page.getByRole("link", { name: "Divided councils" }).click();
  const slider = page.locator("#least");
  await slider.waitFor();
  await page.locator('.map[data-shown="yes"]').waitFor();
  await takeLongTasks(page);
  await slider.focus();
  for (let i = 0; i < SLIDER_STEPS; i++) await page.keyboard.press("ArrowRight");
  const sliderMs = await takeLongTasks(page);
  await context.close();
  return { paintMs, idleMs, hoverMs, sliderMs };
}

function startTime(page: Page, name: string): Promise<number> {
  return page.evaluate(`performance.getEntriesByName(${JSON.stringify(name)})[0].startTime`);
}

/** The long tasks since the last call; waits until those in progress have been reported. */
function takeLongTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate("new Promise((resolve) => setTimeout(() => resolve(tasks.splice(0)), 300))");
}

function formatTiming(what: string, times: Timing): string {
  return `${what}: ${timingText(times)}`;
}

function formatLongTasks(durationsMs: readonly number[]): string {
  return durationsMs.length === 0
    ? "none"
    : `${durationsMs.length}, ${round(Math.max(...durationsMs))} ms the longest, ${durationsMs.filter((ms) => ms > 200).length} over 200 ms`;
}
