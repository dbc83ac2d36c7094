import { get } from "node:http";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages, heading, mapIsShown } from "./explorer-page.js";

const MAX_BYTES = 550_000;
const MAP_CODE = /\/assets\/explorer-map-[^/]*\.js$/;
const OWN_CODE = /\/assets\/(?!explorer-map-)[^/]*\.js$/;

const brotliBytes = (address: string) =>
  new Promise<number>((resolve, reject) => {
    get(address, { headers: { "accept-encoding": "br" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });

/** Holds back what fits a pattern until it is let go; says what has been asked for. */
function gate(pattern: RegExp) {
  const asked: string[] = [];
  let release = () => {};
  const open = new Promise<void>((resolve) => {
    release = resolve;
  });
  const routes = async (context: BrowserContext) => {
    await context.route(pattern, async (route) => {
      asked.push(new URL(route.request().url()).pathname);
      await open;
      await route.continue();
    });
  };
  return { asked, letGo: release, routes };
}

const waitForPaint = (page: Page) =>
  expect.poll(() => page.evaluate('performance.getEntriesByName("first-contentful-paint").length')).toBe(1);

describe.skipIf(noBrowser)(noBrowser ? `explorer's weight (skipped: ${noBrowser})` : "explorer's weight", () => {
  const pages = explorerPages();

  test("the first view asks for at most 550 kB, compressed", async () => {
    const page = await pages.open();

    const loaded = await page.evaluate<readonly { name: string; bytes: number }[]>(
      `["resource", "navigation"].flatMap((type) => performance.getEntriesByType(type))
        .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }))`,
    );

    // Chromium here takes brotli only over TLS: what it got in another coding is asked for again.
    const files = loaded.filter(({ name }) => !name.endsWith("/graphql") && !name.endsWith("/"));
    const answers = loaded.filter(({ name }) => name.endsWith("/graphql") || name.endsWith("/"));
    const unique = [...new Set(files.map(({ name }) => name))];
    const sizes = await Promise.all(unique.map(brotliBytes));
    const total = sizes.reduce((sum, bytes) => sum + bytes, 0) + answers.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total).toBeLessThan(MAX_BYTES);
  });

  test("runs the map's code only after the first paint", async () => {
    const page = await pages.at("");

    const startOf = (name: string) =>
      page.evaluate<number>(`performance.getEntriesByName(${JSON.stringify(name)})[0].startTime`);

    expect(await startOf("first-contentful-paint")).toBeLessThanOrEqual(await startOf("map-started"));
  });

  test("paints before any code is there, answers before the map's, and shows the map once that comes", async () => {
    const [mapCode, ownCode] = [gate(MAP_CODE), gate(OWN_CODE)];
    const page = await pages.openBehind(async (context) => {
      await mapCode.routes(context);
      await ownCode.routes(context);
    });

    await waitForPaint(page);
    await page.getByText("How footprints and councils fit together").waitFor();
    await expect.poll(() => mapCode.asked.length).toBe(1); // beside the page's own code, not after it
    expect(await page.locator(".panel").count()).toBe(0);

    ownCode.letGo();
    await page.getByRole("link", { name: "Divided councils" }).click();
    await page.locator(".divided li").first().waitFor();
    expect(await heading(page).innerText()).toContain("more than one footprint");
    expect(await page.locator(".map canvas").count()).toBe(0);

    mapCode.letGo();
    await mapIsShown(page);
  });
});
