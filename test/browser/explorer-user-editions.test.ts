import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeViolations } from "./axe-violations.js";
import { noBrowser } from "./browser.js";
import { explorerPages, goTo, heading, mapIsShown } from "./explorer-page.js";
import { openOwnEditions } from "./user-editions.js";

const VIEWS = ["footprints", "councils", "ratings", "claims", "redraw", "compare", "polygon", "table"];
const NONSENSE = /undefined|NaN|\bnull\b|\[object|not known|not there/;

const text = (page: Page) => page.locator("body").innerText();
/** What the page says of the areas, without the list of editions. */
const panelText = async (page: Page) => (await page.locator(".panel, .map-key").allInnerTexts()).join(" ");
const navigation = (page: Page) => page.locator("nav a").allInnerTexts();

describe.skipIf(noBrowser)(
  noBrowser ? `editions of one's own (skipped: ${noBrowser})` : "on editions of one's own",
  { timeout: 120_000 },
  () => {
    const pages = explorerPages({ maps: "on request", openOwnStore: openOwnEditions });

    test("counties and states without people: every view says what there is, and leaves out what there is not", async () => {
      const page = await pages.at("?edition=us");

      expect(await heading(page).innerText()).toBe("Do states follow county boundaries?");
      expect(await navigation(page)).toEqual([
        ...["States", "Divided counties", "Redraw", "Compare", "Your own area", "Table"],
      ]);
      const headings: string[] = [];
      for (const view of VIEWS) {
        await goTo(page, `?edition=us&view=${view}`);
        headings.push(await heading(page).innerText());
        expect(await text(page), view).not.toMatch(NONSENSE);
        if (view !== "compare") expect(await panelText(page), view).not.toMatch(/people|council|footprint/i);
      }
      expect(headings).toEqual([
        "Do states follow county boundaries?",
        "Which counties are in more than one state?",
        "Are ratings related to boundaries?",
        "What was reported, and what the boundaries show",
        "What if states followed county boundaries?",
        "Have the boundaries moved closer together?",
        "What does your own area overlap?",
        "All states as a table",
      ]);
      expect(await page.getByRole("columnheader").allInnerTexts()).toEqual([
        ...["State", "Boundaries", "Agreement by land", "Land"],
      ]);
      await goTo(page, "?edition=us&view=ratings");
      expect(await page.locator(".panel").innerText()).toContain("This edition has no ratings.");
      await goTo(page, "?edition=us&view=claims");
      expect(await page.locator(".panel").innerText()).toContain("No claims about this edition have been collected.");
    });

    test("a state and a county that does not come with the first answer are told in words of their own", async () => {
      const page = await pages.at("?edition=us&area=48");
      expect(await page.locator(".verdict").innerText()).toContain("The Texas state is made up of 254 whole counties");

      // The first answer has 500 counties of 562.
      const { authorities } = await pages.ask<{ authorities: { nodes: { code: string }[] } }>(
        '{ authorities(edition: "us") { nodes { code } } }',
      );
      expect(authorities.nodes.map(({ code }) => code)).not.toContain("48507");
      await goTo(page, "?edition=us&area=48507");

      expect(await heading(page).innerText()).toBe("Zavala");
      expect(await page.locator(".panel").innerText()).toContain("All of it is in one state, Texas.");
      expect(await text(page)).not.toMatch(NONSENSE);
    });

    test("reports that two editions in different parts of the world have nothing to compare", async () => {
      const page = await pages.at("?edition=us&view=compare");

      expect(await page.locator(".panel").innerText()).toMatch(/are in different parts of the world/);
      expect(await page.locator(".map-beside").count()).toBe(0);
    });

    test("police forces and boroughs with people: kinds, codes of any form, and a borough beyond all forces", async () => {
      const page = await pages.at("?edition=mercia");
      expect(await heading(page).innerText()).toBe("Do police forces follow borough boundaries?");
      expect(await page.locator(".map-key").innerText()).toContain("police force only: a borough is cut");
      expect(await page.getByRole("combobox", { name: "Edition" }).inputValue()).toBe("mercia");

      for (const view of VIEWS) {
        await goTo(page, `?edition=mercia&view=${view}`);
        expect(await text(page), view).not.toMatch(NONSENSE);
        if (view !== "compare") expect(await panelText(page), view).not.toMatch(/council|footprint/i);
      }
      await goTo(page, "?edition=mercia&view=councils");
      await page.getByText("In no police force").click();
      await page.getByRole("link", { name: "Elsewhere" }).click();
      await expect.poll(() => heading(page).innerText()).toBe("Elsewhere");
      expect(await page.locator(".panel").innerText()).toContain("It lies in no police force.");

      await goTo(page, "?edition=mercia&view=redraw&area=m%2Cm");
      await page.getByLabel("Assign Middleham and the Marches to").selectOption({ label: "North Mercia" });
      await page.getByText("Middleham and the Marches → North Mercia").waitFor();
      const shared = new URL(page.url()).search;
      await goTo(page, shared);
      await page.getByText("Middleham and the Marches → North Mercia").waitFor();
    });

    test("a borough half of which is in no force says how much", async () => {
      const page = await pages.at("?edition=mercia&area=t&by=area");

      const panel = await page.locator(".panel").innerText();

      expect(panel).toContain("Part of it is in one police force, North Mercia, and part in none.");
      expect(panel).toMatch(/In no police force\s+33\.3% of its land/);
    });

    test("an edition that is gone is said to be, and the others can be chosen", async () => {
      pages.forgive();
      const page = await pages.at("?edition=mercia");
      await page.evaluate(
        'history.pushState(null, "", "/?edition=gone"); dispatchEvent(new PopStateEvent("popstate"))',
      );

      await page.getByText("there is no edition").waitFor();
      expect(await page.locator(".failure").innerText()).not.toContain("try again");
      await page.getByRole("combobox", { name: "Edition" }).selectOption("mercia");

      await expect.poll(() => heading(page).innerText()).toBe("Do police forces follow borough boundaries?");
    });

    test("axe finds nothing wrong, and nothing is cut off 360 px wide", async () => {
      const page = await pages.at("?edition=mercia", { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
      for (const search of ["", "&area=t", "&view=councils", "&view=compare&with=regions", "&view=table"]) {
        await goTo(page, `?edition=mercia${search}`);

        expect(await axeViolations(page), search).toEqual([]);
        const beyondPx = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        expect(beyondPx, search).toBeLessThanOrEqual(0);
      }
    });

    // The last, as the pages before it have no drawn map.
    test("the edition is chosen from a list, and what another lacks is not lost on the way", async () => {
      const page = await pages.openWithMap("?edition=mercia&tier=lower");

      await page.getByRole("combobox", { name: "Edition" }).selectOption("regions");
      await expect.poll(() => page.locator(".answer").innerText()).toContain("cut through at least one region");
      await mapIsShown(page);

      expect(new URL(page.url()).searchParams.get("tier")).toBe("lower");
      await page.getByRole("link", { name: "Compare" }).click();
      await page.getByRole("combobox", { name: "Compared with" }).selectOption("mercia");
      await page.getByText("The two editions have different kinds of authority, regions and boroughs").waitFor();
      await page.locator('.map-beside[data-shown="yes"]').waitFor();
    });
  },
);
