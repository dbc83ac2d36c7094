import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages, goTo, heading, mapIsShown } from "./explorer-page.js";

const VIEWS = ["", "?area=E54000048", "?view=councils", "?view=councils&area=E10000006"].concat(
  ["ratings", "claims", "redraw", "compare", "polygon", "table"].map((view) => `?view=${view}`),
);

// axe needs pages of its own in some modes; the legacy mode stays in this one.
const violations = async (page: Page) => {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
};
describe.skipIf(noBrowser)(
  noBrowser ? `explorer for everyone (skipped: ${noBrowser})` : "explorer for everyone",
  () => {
    const pages = explorerPages();

    test.each(["light", "dark"] as const)(
      "axe finds nothing wrong on any view in %s colours",
      { timeout: 120_000 },
      async (colorScheme) => {
        const page = await pages.at("", { colorScheme });
        for (const search of VIEWS) {
          await goTo(page, search);

          expect(await violations(page), `${search} in ${colorScheme}`).toEqual([]);
        }
      },
    );

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

    test("the map flies, but jumps for readers who want no motion", async () => {
      const page = await pages.at("", { reducedMotion: "reduce" });
      // Labels follow the map, so the places of a label tell how it moved.
      const placesOnTheWayTo = async (name: string) => {
        await page.evaluate(`globalThis.places = new Map(); globalThis.watch?.disconnect();
          globalThis.watch = new MutationObserver((changes) => {
            for (const { target } of changes) {
              const known = places.get(target.textContent) ?? new Set();
              places.set(target.textContent, known.add(target.style.transform));
            }
          });
          watch.observe(document.querySelector(".map-labels"), { subtree: true, attributeFilter: ["style"] })`);
        const most = () => page.evaluate<number>("Math.max(0, ...[...places.values()].map(({ size }) => size))");
        await page.getByRole("link", { name, exact: true }).click();
        await expect.poll(most).toBeGreaterThan(0);
        await mapIsShown(page);
        return most();
      };

      const jumps = await placesOnTheWayTo("Somerset");
      await page.getByText("All footprints").click();
      await page.emulateMedia({ reducedMotion: "no-preference" });
      const flies = await placesOnTheWayTo("Lincolnshire");

      expect(jumps).toBe(1);
      expect(flies).toBeGreaterThan(1);
    });

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
  },
);
