import { get } from "node:http";
import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages } from "./explorer-page.js";

const MOST_BYTES = 550_000;

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
    expect(total).toBeLessThan(MOST_BYTES);
  });

  test("paints before the map's code is there", async () => {
    const page = await pages.open();

    const paintMs = await page.evaluate<number>('performance.getEntriesByName("first-contentful-paint")[0].startTime');
    const mapMs = await page.evaluate<number>(
      'performance.getEntriesByType("resource").find(({ name }) => /explorer-map.*\\.js$/.test(name)).responseEnd',
    );

    expect(paintMs).toBeLessThan(mapMs);
  });
});
