import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations } from "./axe-violations.js";
import { noBrowser } from "./browser.js";
import { explorerPages, mapIsShown } from "./explorer-page.js";

// Where a footprint's label is, and with it the map, when it is chosen and after that, by a clock that stands still.
const wayTo = async (page: Page, name: string) => {
  const label = page.locator(".map-label.footprint", { hasText: new RegExp(`^${name}$`) });
  const start = await label.getAttribute("style");
  await page.getByRole("link", { name, exact: true }).click();
  await page.clock.runFor(400);
  const early = await label.getAttribute("style");
  await page.clock.runFor(2_000);
  return { start, early, end: await label.getAttribute("style") };
};

/** Waits until the page has drawn so many frames, however long that takes. */
const frames = (page: Page, count: number) =>
  page.evaluate(`(async () => {
    for (let i = 0; i < ${count}; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  })()`);

describe.skipIf(noBrowser)(
  noBrowser ? `map and panel together (skipped: ${noBrowser})` : "map and panel together",
  () => {
    const pages = explorerPages();

    test("a line between 2017 and 2024 moves by keyboard, and the map names what lies on either side", async () => {
      const page = await pages.at("?view=compare");
      await page.locator('.map-beside[data-shown="yes"]').waitFor();
      const line = page.getByRole("slider", { name: "How much of the map shows 2017" });
      const devon = (await page.locator(".map .map-label", { hasText: /^Devon$/ }).boundingBox())!;
      const tooltip = page.locator(".map-tooltip");

      await line.press("End");
      await page.mouse.move(devon.x + devon.width / 2, devon.y + 2);
      await tooltip.getByText("Devon footprint", { exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get("swipe")).toBe("1");
      await line.press("Home");
      await page.mouse.move(devon.x + devon.width / 2, devon.y + 4);
      await tooltip.getByText("NHS Devon Integrated Care Board").waitFor();
      expect(new URL(page.url()).searchParams.get("swipe")).toBe("0");

      expect(await line.getAttribute("aria-valuetext")).toContain("2024");
    });

    test("either year can be shown alone", async () => {
      const page = await pages.at("?view=compare");
      await page.locator(".map-beside").waitFor();

      await page.locator(".panel").getByRole("radio", { name: "2024" }).check();

      await page.locator(".map-beside").waitFor({ state: "detached" });
      const { edition } = await pages.ask<{ edition: { agreement: { verdictCounts: { count: number }[] } } }>(
        '{ edition(id: "icb-2024") { agreement { verdictCounts { count } } } }',
      );
      const counts = edition.agreement.verdictCounts.map(({ count }) => count);
      await expect.poll(async () => (await page.locator(".key-count").allInnerTexts()).map(Number)).toEqual(counts);
      expect(new URL(page.url()).search).toBe("?view=compare&edition=icb-2024&swipe=off");
    });

    test("measures an area drawn on the map", async () => {
      const page = await pages.at("?view=polygon&at=8.00/53.8000/-1.5000");
      await page.locator(".map-key summary").click();
      await page.getByRole("button", { name: "Draw on the map" }).click();
      await page.getByText("Click each corner").waitFor();
      await page.locator('.map canvas[style*="crosshair"]').waitFor(); // the drawing tool is there
      const map = (await page.locator(".map").boundingBox())!;
      const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];

      for (const [dx, dy] of [
        [-80, -60],
        [80, -60],
        [80, 60],
        [-80, 60],
        [-80, -60],
      ] as const) {
        await page.mouse.click(x + dx, y + dy);
        await frames(page, 2);
      }

      await page.getByRole("rowheader", { name: "Leeds" }).waitFor();
    });

    test("saves the map as a picture", async () => {
      const page = await pages.at("?view=table");

      const [picture] = await Promise.all([page.waitForEvent("download"), page.getByText("Save picture").click()]);

      const png = await readFile(await picture.path());
      expect(png.subarray(1, 4).toString()).toBe("PNG");
      expect(png.length).toBeGreaterThan(50_000);
    });

    test.each(["", "?view=compare"])("axe finds nothing wrong with a drawn map at /%s", async (search) => {
      const page = await pages.at(search);

      expect(await axeViolations(page)).toEqual([]);
    });

    test("without shapes the panel still answers, and the map comes once the network is back", async () => {
      const page = await pages.open();
      pages.forgive();
      await page.route("**/maps/**", (route) => route.abort());

      await page.getByRole("radio", { name: "2024" }).check();

      await page.locator(".map-failure").getByText("The server cannot be reached.").waitFor();
      await expect.poll(() => page.locator(".answer").first().innerText()).toContain("of 42");
      await page.unroute("**/maps/**");
      await page.evaluate('dispatchEvent(new Event("online"))');
      await page.locator(".map-failure").waitFor({ state: "detached" });
      await mapIsShown(page);
    });

    // The last, as a page whose clock was taken over is slow.
    test("the map flies, but jumps for readers who want no motion", async () => {
      const page = await pages.at("", { reducedMotion: "reduce" });
      // The page's clock goes on only when told to, so it does not matter how fast the map is drawn.
      await page.clock.install();
      await page.clock.pauseAt((await page.evaluate<number>("Date.now()")) + 60_000);
      const waitFor = async (what: string) => {
        const isThere = async () => {
          await page.clock.runFor(20);
          return page.locator(what).count();
        };
        await expect.poll(isThere).toBe(1);
      };

      const jump = await wayTo(page, "Somerset");
      await waitFor("text=All footprints");
      await page.getByText("All footprints").click();
      await waitFor('.map[data-shown="yes"]');
      await page.emulateMedia({ reducedMotion: "no-preference" });
      const flight = await wayTo(page, "Devon");
      await page.clock.resume();

      expect(jump.early).toBe(jump.end);
      expect(jump.start).not.toBe(jump.end);
      expect([flight.start, flight.end]).not.toContain(flight.early);
    });
  },
);
