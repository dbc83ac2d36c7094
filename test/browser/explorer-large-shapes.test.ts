import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages, goTo, mapIsShown } from "./explorer-page.js";

const SHAPES = /\/all\.topojson\?/;
const THREAD_CODE = /\/assets\/shapes-worker-[^/]*\.mjs$/;
const PADDING = " ".repeat(2_000_000); // JSON allows it, and the page leaves so much to the map's threads

// Where tiles come in another order, the edges of lines are smoothed a little differently. A map without its colours, its
// veil or its councils' borders differs in a hundredth at least.
const LINES_DRAWN_OTHERWISE = 0.001;

const VIEWS = ["", "?view=redraw", "?view=redraw&map=before", "?area=E10000006", "?tier=lower"];

describe.skipIf(noBrowser)(noBrowser ? `large shapes (skipped: ${noBrowser})` : "large shapes", () => {
  const pages = explorerPages();

  /** What the map looks like in each view, once complete. */
  async function pictures(page: Page): Promise<ReadonlyMap<string, string>> {
    const taken = new Map<string, string>();
    for (const view of VIEWS) {
      await goTo(page, view);
      await mapIsShown(page);
      taken.set(view, (await page.locator(".map").screenshot()).toString("base64"));
    }
    return taken;
  }

  test("are made ready by the map's threads, and drawn as the same shapes are by the page", async () => {
    const near = await pictures(await pages.open());
    let threadsWithCode = 0;
    const page = await pages.openBehind(async (context: BrowserContext) => {
      await context.route(SHAPES, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}${PADDING}` });
      });
      await context.route(THREAD_CODE, (route) => {
        threadsWithCode++;
        return route.continue();
      });
    });
    await mapIsShown(page);

    const far = await pictures(page);

    expect(threadsWithCode).toBeGreaterThan(0);
    for (const view of VIEWS) {
      const share = await shareThatDiffers(page, near.get(view) ?? "", far.get(view) ?? "");
      expect(share, `at ${view}`).toBeLessThan(LINES_DRAWN_OTHERWISE);
    }
  });
});

/** The share of pixels that are plainly of another colour in one picture than in another as large. */
function shareThatDiffers(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    `(async () => {
      const pixelsOf = async (base64) => {
        const image = new Image();
        image.src = "data:image/png;base64," + base64;
        await image.decode();
        const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
        pen.drawImage(image, 0, 0);
        return pen.getImageData(0, 0, image.width, image.height).data;
      };
      const [a, b] = [await pixelsOf(${JSON.stringify(one)}), await pixelsOf(${JSON.stringify(other)})];
      if (a.length !== b.length) return 1;
      let differing = 0;
      for (let i = 0; i < a.length; i += 4) {
        if ([0, 1, 2].some((channel) => Math.abs(a[i + channel] - b[i + channel]) > 24)) differing++;
      }
      return differing / (a.length / 4);
    })()`,
  );
}
