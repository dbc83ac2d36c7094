import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages, goTo, heading, mapIsShown } from "./explorer-page.js";

describe.skipIf(noBrowser)(noBrowser ? `explorer map (skipped: ${noBrowser})` : "explorer map", () => {
  const pages = explorerPages();

  test("shows a shared address as it was: view, year, tier, place", async () => {
    const page = await pages.open(
      "?view=councils&edition=icb-2024&tier=lower&by=area&least=0.01&at=8.50/51.5000/-0.1200",
    );

    expect(await page.locator("nav [aria-current]").innerText()).toBe("Divided councils");
    expect(await page.getByRole("radio", { name: "2024" }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: "Lower tier" }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: "land" }).isChecked()).toBe(true);
    const { spanningAuthorities } = await pages.ask<{ spanningAuthorities: unknown[] }>(
      '{ spanningAuthorities(edition: "icb-2024", tier: LOWER, minShare: 0.01, weight: AREA) { footprintCount } }',
    );
    await page.locator(".answer strong").waitFor();
    expect(await page.locator(".answer strong").innerText()).toBe(String(spanningAuthorities.length));
  });

  test("opens on the footprints, counted by verdict as the API counts them", async () => {
    const page = await pages.at("");

    const shown = await page.locator(".key-count").allInnerTexts();

    const { edition } = await pages.ask<{
      edition: { agreement: { verdictCounts: { verdict: string; count: number }[] } };
    }>("{ edition { agreement(tier: UPPER) { verdictCounts { verdict count } } } }");
    const counts = new Map(edition.agreement.verdictCounts.map(({ verdict, count }) => [verdict, count]));
    const expected = ["SAME_AS_ONE", "UNION_OF_WHOLE", "PART_OF_ONE", "CROSSES"].map(
      (verdict) => counts.get(verdict) ?? 0,
    );
    expect(shown.map(Number)).toEqual(expected);
    expect(await heading(page).innerText()).toContain("follow council boundaries");
  });

  test("names the footprint and the council under the pointer, with what they share", async () => {
    const page = await pages.at("?area=E10000006");
    const map = await page.locator(".map").boundingBox();

    await page.mouse.move(map!.x + map!.width * 0.6, map!.y + map!.height * 0.5);

    const tooltip = page.locator(".map-tooltip");
    await tooltip.getByText("of the council’s people").waitFor();
    expect(await tooltip.innerText()).toContain("West, North and East Cumbria");
    expect(await tooltip.innerText()).toContain(
      "63.9% of the council’s people · 100% of the footprint’s · 318,291 people",
    );
  });

  test("a click selects the footprint, the address keeps it, back and forward follow", async () => {
    const page = await pages.at("");
    const { footprints } = await pages.ask<{ footprints: { nodes: { code: string; name: string }[] } }>(
      "{ footprints { nodes { code name } } }",
    );
    const label = await page.locator(".map-label.footprint", { hasText: /^Devon$/ }).boundingBox();

    const [x, y] = [label!.x + label!.width / 2, label!.y + label!.height / 2];
    const tooltipTexts = async () => {
      await page.mouse.move(x, y + Math.random());
      return page.locator(".map-tooltip").allInnerTexts();
    };
    await expect.poll(tooltipTexts).toEqual([expect.stringContaining("Devon")]);

    await page.mouse.click(x, y);

    await expect.poll(() => heading(page).innerText()).toBe("Devon");
    const devon = footprints.nodes.find(({ name }) => name === "Devon");
    expect(new URL(page.url()).search).toBe(`?area=${devon!.code}`);
    await page.goBack();
    await expect.poll(() => heading(page).innerText()).toContain("follow council boundaries");
    await page.goForward();
    await expect.poll(() => heading(page).innerText()).toBe("Devon");
  });

  test("has labels, a scale and the attribution of its sources, and zooms to what is chosen", async () => {
    const page = await pages.at("");
    const kilometres = async () => Number.parseFloat(await page.locator(".maplibregl-ctrl-scale").innerText());
    const whole = await kilometres();

    await page.getByRole("link", { name: "Somerset", exact: true }).click();

    await expect.poll(kilometres).toBeLessThan(whole / 2);
    await page.locator(".map .map-label.footprint", { hasText: /^Somerset$/ }).waitFor();
    const { edition } = await pages.ask<{ edition: { sources: { attribution: string }[] } }>(
      "{ edition { sources { attribution } } }",
    );
    expect(await page.locator(".maplibregl-ctrl-attrib-inner").textContent()).toContain(
      edition.sources[0]!.attribution,
    );
  });

  test("colours by agreement and by rating, the unknown apart", async () => {
    const page = await pages.at("");

    await page.getByRole("radio", { name: "Rating" }).check();

    await page.locator(".key-classes", { hasText: "No source found" }).waitFor();
    expect(await page.locator(".key-count").allInnerTexts()).toEqual(["5", "6", "2", "5", "26"]);
    await page.getByRole("radio", { name: "Agreement" }).check();
    await page.locator(".key-classes", { hasText: "under 50%" }).waitFor();
    expect(new URL(page.url()).searchParams.get("colour")).toBe("agreement");
  });

  test("a map counts as complete only while nothing else is asked for", async () => {
    const page = await pages.at("");

    const shown = await page.evaluate(`(async () => {
      history.pushState(null, "", "/?area=E10000006");
      dispatchEvent(new PopStateEvent("popstate"));
      await new Promise((resolve) => queueMicrotask(resolve));
      return document.querySelector(".map").dataset.shown;
    })()`);

    expect(shown).toBe("no");
    await mapIsShown(page);
  });

  test("goes straight to a district that is not loaded yet, not by way of all England", async () => {
    const page = await pages.at("");
    const scale = page.locator(".map .maplibregl-ctrl-scale");
    const whole = await scale.innerText();
    await page.getByRole("link", { name: "Somerset", exact: true }).click();
    await expect.poll(() => scale.innerText()).not.toBe(whole);
    await mapIsShown(page);
    await page.evaluate(`globalThis.scales = new Set();
      new MutationObserver(([{ target }]) => scales.add(target.innerText))
        .observe(document.querySelector(".map .maplibregl-ctrl-scale"), { childList: true })`);

    await goTo(page, "?area=E07000041");

    await expect.poll(() => heading(page).innerText()).toBe("Exeter");
    await mapIsShown(page);
    expect(await page.evaluate("[...scales]")).not.toContain(whole);
    expect(await page.evaluate("scales.size")).toBeGreaterThan(0);
  });

  test("what is to be seen whole stays so when the map becomes lower, until the reader moves it", async () => {
    const page = await pages.at("");
    const scale = page.locator(".map .maplibregl-ctrl-scale");
    const canvas = page.locator(".map canvas");
    const kmPerPx = async () => Number.parseFloat(await scale.innerText()) / ((await scale.boundingBox())?.width ?? 0);
    const height = async () => (await canvas.boundingBox())?.height ?? 0;
    const [first, high] = [await kmPerPx(), await height()];

    await page.setViewportSize({ width: 1120, height: 420 });
    await expect.poll(height).toBe(high - 200);
    await expect.poll(kmPerPx).toBeGreaterThan(1.3 * first);
    await page.getByRole("button", { name: "Zoom in" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("at")).not.toBeNull();
    await mapIsShown(page);
    const closer = await kmPerPx();
    await page.setViewportSize({ width: 1120, height: 620 });
    await expect.poll(height).toBe(high);
    await mapIsShown(page);

    expect((await kmPerPx()) / closer).toBeCloseTo(1, 1);
  });

  test("moving the map puts the place in the address", async () => {
    const page = await pages.at("");
    await page.locator(".map canvas").focus();

    await page.keyboard.press("Equal");

    await expect.poll(() => new URL(page.url()).searchParams.get("at")).toMatch(/^\d+\.\d\d\/5\d\.\d{4}\/-?\d\.\d{4}$/);
    await mapIsShown(page);
  });
});
