import { describe, expect, test } from "vitest";
import { axeViolations, COLOUR_RULES } from "./axe-violations.js";
import { noBrowser } from "./browser.js";
import { explorerPages, goTo, heading } from "./explorer-page.js";

const VIEWS = ["", "?area=E54000048", "?view=councils", "?view=councils&area=E10000006"].concat(
  ["ratings", "claims", "redraw", "compare", "polygon", "table"].map((view) => `?view=${view}`),
);

describe.skipIf(noBrowser)(
  noBrowser ? `explorer for everyone (skipped: ${noBrowser})` : "explorer for everyone",
  () => {
    const pages = explorerPages({ maps: "none" });

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
  },
);
