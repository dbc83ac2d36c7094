import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations, COLOUR_RULES } from "./axe-violations.js";
import { noBrowser } from "./browser.js";
import { explorerPages, goTo, heading } from "./explorer-page.js";

const VIEWS = ["", "?area=E54000048", "?view=councils", "?view=councils&area=E10000006"].concat(
  ["ratings", "claims", "redraw", "compare", "polygon", "table"].map((view) => `?view=${view}`),
);

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

describe.skipIf(noBrowser)(
  noBrowser ? `explorer for everyone (skipped: ${noBrowser})` : "explorer for everyone",
  () => {
    const pages = explorerPages();

    test.each([
      { what: "360 px wide", viewport: { width: 360, height: 740 } },
      { what: "at 200 % zoom", viewport: { width: 640, height: 400 } },
    ])("nothing is cut off $what", async ({ viewport }) => {
      const page = await pages.at("", { viewport });
      for (const search of VIEWS) {
        await goTo(page, search);

        const beyondPx = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect(beyondPx, search).toBeLessThanOrEqual(0);
      }
    });

    test.each([
      ["nothing wrong on any view", "light", null],
      ["no colours too alike on any view in dark colours", "dark", COLOUR_RULES],
    ] as const)("axe finds %s", { timeout: 240_000 }, async (_, colorScheme, rules) => {
      const page = await pages.at("", { colorScheme });
      for (const search of VIEWS) {
        await goTo(page, search);

        expect(await axeViolations(page, rules), `${search} in ${colorScheme}`).toEqual([]);
      }
    });

    test("works by keyboard alone: / to search, arrows, Enter, Escape", async () => {
      const page = await pages.at("");

      await page.keyboard.press("/");
      await page.keyboard.type("cumbria");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await expect.poll(() => heading(page).innerText()).toMatch(/Cumbria/);
      await page.keyboard.press("Escape");

      await expect.poll(() => heading(page).innerText()).toContain("follow council boundaries");
    });

    test("arrow keys move through a list", async () => {
      const page = await pages.at("");
      await page.locator(".rows a").first().focus();

      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");

      await expect.poll(() => heading(page).innerText()).toBe("Somerset");
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
