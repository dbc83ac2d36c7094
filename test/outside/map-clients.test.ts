import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportName } from "../../src/api/tiles/addresses.js";
import { exportTiles } from "../../src/api/tiles/export-tiles.js";
import type { EditionId } from "../../src/model/code.js";
import { launchBrowser, noBrowser } from "../browser/browser.js";
import { HAS_GDAL } from "../support/gdal.js";
import { openRealPyramid, PYRAMID_FOLDER } from "../support/real-pyramid.js";
import { type RealServer, startRealServer } from "../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../support/real-store.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAPS = readFileSync(`${ROOT}docs/maps.md`, "utf8");
const ADDRESS = "http://localhost:4000"; // as the examples write it
const CDN = "https://cdn.jsdelivr.net/npm/";

// England is an eighth of the picture in most clients, more where it is drawn to fit.
const MIN_SHARE = 0.03;
const MAX_SHARE = 0.6;
const CLIENTS = ["MapLibre", "PMTiles", "Leaflet", "OpenLayers", "deck.gl", "Observable"];
const FILLS = ["#fc8d59", "#91bfdb"]; // CROSSES, and anything else

let server: RealServer;
let exportsFolder: string;
let pages: Server; // on an address of its own, as the page of a user is
beforeAll(async () => {
  exportsFolder = mkdtempSync(join(tmpdir(), "coterminous-docs-exports-"));
  server = await startRealServer({ exportsFolder, tileCacheDir: PYRAMID_FOLDER });
  // As `npm run coterminous -- export stp-2017` does, for the zooms that the picture needs.
  const { dataVersion } = await server.store.loadFacts();
  const path = join(exportsFolder, exportName("stp-2017" as EditionId, dataVersion, "pmtiles"));
  await exportTiles(server.store, "stp-2017", { ...openRealPyramid(server.store), paths: [path], maxZoom: 5 });
  pages = createServer((request, response) => {
    const client = decodeURIComponent((request.url ?? "/").slice(1));
    if (!CLIENTS.includes(client)) return void response.writeHead(204).end();
    response.writeHead(200, { "content-type": "text/html" });
    response.end(example(client, "html").replaceAll(ADDRESS, server.address));
  });
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", resolve));
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  pages.close();
  await server.stop();
  rmSync(exportsFolder, { recursive: true });
});

/** The example under a heading, one of a kind. */
function example(client: string, kind: "html" | "sh"): string {
  const [, section = ""] = MAPS.split(`### ${client}\n`);
  const [, text] = new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(section) ?? [];
  if (text === undefined) throw new Error(`docs/maps.md shows no ${kind} for ${client}`);
  return text;
}

/** Packages that a page loads from the registry, as `name@version`. */
function packagesOf(html: string): string[] {
  return [...html.matchAll(/npm\/((?:@[\w.-]+\/)?[\w.-]+@[\d.]+)\//g)].map(([, name = ""]) => name);
}

function missingPackage(client: string): string | null {
  return (
    packagesOf(example(client, "html")).find(
      (name) => !existsSync(`${ROOT}node_modules/${packageName(name)}/package.json`),
    ) ?? null
  );
}

const packageName = (name: string) => name.replace(/@[\d.]+$/, "");

describe.skipIf(noBrowser !== null)("in a browser, with packages from node_modules", () => {
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    await context.route(`${CDN}**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = pathname.replace("/npm/", "").replace(/@\d[\d.]*(?=\/)/, "");
      await route.fulfill({
        path: `${ROOT}node_modules/${path}`,
        headers: { "access-control-allow-origin": "*", "content-type": typeOf(path) },
      });
    });
  });
  afterAll(() => browser.close());

  for (const client of CLIENTS) {
    const missing = missingPackage(client);

    test.skipIf(missing !== null)(
      `the ${client} page draws England in its two colours${missing === null ? "" : ` (${missing} is not installed)`}`,
      async () => {
        const problems: string[] = [];
        const page = await context.newPage();
        page.on("pageerror", (error) => problems.push(error.message));
        page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
        await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/${client}`);

        let shares: readonly number[] = [];
        const crossingShare = async () => {
          shares = await sharesOf(page, FILLS);
          const [crossing = 0, other = 0] = shares;
          return other > 0 ? crossing : 0;
        };
        await expect.poll(crossingShare, { timeout: 60_000, interval: 200 }).toBeGreaterThan(MIN_SHARE);
        expect(shares.reduce((sum, share) => sum + share)).toBeLessThan(MAX_SHARE);
        expect(problems).toEqual([]);
        await page.close();
      },
    );

    test.skipIf(missing !== null)(`the ${client} page asks for the versions that are tested`, () => {
      for (const name of packagesOf(example(client, "html"))) {
        const { version } = JSON.parse(readFileSync(`${ROOT}node_modules/${packageName(name)}/package.json`, "utf8"));
        expect(name).toBe(`${packageName(name)}@${version}`);
      }
    });
  }
});

describe.skipIf(!HAS_GDAL)("what QGIS reads, read by GDAL", () => {
  const lines = example("QGIS", "sh").trim().split("\n");

  test.each(lines)("%s", async (line) => {
    const folder = mkdtempSync(join(tmpdir(), "coterminous-docs-"));
    const command = line.replaceAll(ADDRESS, server.address);

    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", command], { cwd: folder });

    expect(stderr).not.toMatch(/ERROR/);
    if (line.startsWith("ogrinfo")) expect(Number(/Feature Count: (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
  });
});

/** The parts of what a page shows that have just these colours, 0 to 1. */
async function sharesOf(page: Page, colours: readonly string[]): Promise<readonly number[]> {
  const png = (await page.screenshot()).toString("base64");
  return page.evaluate(`(${COUNT_COLOURS})(${JSON.stringify(png)}, ${JSON.stringify(colours)})`);
}

// Runs in the page, which has the decoder.
const COUNT_COLOURS = `async (png, colours) => {
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return colours.map((colour) => {
    const wanted = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (wanted.every((value, k) => Math.abs(data[i + k] - value) <= 2)) count++;
    }
    return (4 * count) / data.length;
  });
}`;

function typeOf(path: string): string {
  return path.endsWith(".css") ? "text/css" : path.endsWith(".json") ? "application/json" : "text/javascript";
}
