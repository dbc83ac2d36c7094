import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages, heading } from "./explorer-page.js";

const SQUARE = {
  type: "Feature",
  properties: {},
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [-1.6, 53.7],
        [-1.4, 53.7],
        [-1.4, 53.9],
        [-1.6, 53.9],
        [-1.6, 53.7],
      ],
    ],
  },
};

/** The lines of the panel's table as it saves it. */
const downloadLines = async (page: Page) => {
  const [table] = await Promise.all([page.waitForEvent("download"), page.getByText("Save as CSV").click()]);
  return (await readFile(await table.path(), "utf8")).trim().split("\r\n");
};

describe.skipIf(noBrowser)(noBrowser ? `explorer panels (skipped: ${noBrowser})` : "explorer panels", () => {
  const pages = explorerPages({ maps: "none" });

  test("a footprint's verdict is the API's sentence; its parts, ratings and neighbours are there", async () => {
    const page = await pages.at("?area=E54000048");

    await page.locator(".verdict").waitFor();

    const { footprint } = await pages.ask<{ footprint: { coterminosity: { summary: string } } }>(
      '{ footprint(code: "E54000048") { coterminosity(tier: UPPER) { summary } } }',
    );
    expect(await page.locator(".verdict").innerText()).toContain(footprint.coterminosity.summary);
    const panel = await page.locator(".panel").innerText();
    for (const words of ["Pennine Lancashire", "Ratings", "Neighbours", "Members"]) expect(panel).toContain(words);
    const { overlaps } = await pages.ask<{ overlaps: { totalCount: number } }>(
      '{ overlaps(footprint: "E54000048") { totalCount } }',
    );
    expect(await downloadLines(page)).toHaveLength(overlaps.totalCount + 1);
  });

  test.each([0, 0.05, 0.15])("lists the councils that the API lists for a least share of %f", async (least) => {
    const page = await pages.at(`?view=councils&least=${least}`);
    await page.locator(".divided").waitFor();

    const names = await page.locator(".divided .row-name").allInnerTexts();

    const { spanningAuthorities } = await pages.ask<{ spanningAuthorities: { authority: { name: string } }[] }>(
      "query($least: Share) { spanningAuthorities(minShare: $least) { authority { name } } }",
      { least },
    );
    expect(names.map((name) => name.replace(/ (County|Unitary|Metropolitan district|London borough)$/, ""))).toEqual(
      spanningAuthorities.map(({ authority }) => authority.name),
    );
  });

  test("shows the press's seven counties at the press of a button", async () => {
    const page = await pages.at("?view=councils&types=COUNTY");

    await page.getByRole("button", { name: "Show the seven" }).click();

    await expect.poll(() => page.locator(".divided li").count()).toBe(7);
  });

  test("the slider moves by keyboard and the list follows", async () => {
    const page = await pages.at("?view=councils");
    await page.locator("#least").focus();

    await page.keyboard.press("End");

    await expect.poll(() => new URL(page.url()).searchParams.get("least")).toBe("0.25");
    expect(await page.locator(".divided li").count()).toBeLessThan(14);
  });

  test("a council's pieces are those of the API, with people and thickness", async () => {
    const page = await pages.at("?view=councils");
    await page.locator(".divided").getByText("Cumbria").click();

    await page.locator(".pieces").waitFor();

    expect(await heading(page).innerText()).toBe("Cumbria");
    const pieces = await page.locator(".pieces").innerText();
    expect(pieces).toContain("318,291 people");
    expect(pieces).toContain("thick");
  });

  test("crosses ratings with verdicts, unknown ones in their own column, and says what cannot be concluded", async () => {
    const page = await pages.at("?view=ratings");

    const crossing = page.locator(".cross-table tbody tr").filter({ hasText: "Cuts through" });
    await crossing.waitFor();

    expect((await crossing.locator("td").allInnerTexts()).map(Number)).toEqual([4, 2, 1, 2, 13]);
    expect(await page.locator(".panel").innerText()).toContain("What cannot.");
    await expect.poll(() => page.locator(".strip circle").count()).toBe(44);
  });

  test("lists every claim with what the boundaries say", async () => {
    const page = await pages.at("?view=claims");
    await page.locator(".claims").waitFor();

    const { claims } = await pages.ask<{ claims: { verdict: string }[] }>("{ claims { verdict } }");

    expect(await page.locator(".claims > li").count()).toBe(claims.length);
    expect(await page.locator(".answer strong").innerText()).toBe(
      `${claims.filter(({ verdict }) => verdict === "AGREES").length} of ${claims.length}`,
    );
    expect(await downloadLines(page)).toHaveLength(claims.length + 1);
  });

  test("redraws along council boundaries, and again when a council is assigned by hand", async () => {
    const page = await pages.at("?view=redraw&area=E10000006");
    const { scenario } = await pages.ask<{ scenario: { populationMoved: number } }>("{ scenario { populationMoved } }");
    const moved = scenario.populationMoved.toLocaleString("en-GB");
    await expect.poll(() => page.locator(".answer").innerText()).toContain(moved);

    await page.getByLabel("Assign Cumbria to").selectOption({ label: "Lancashire and South Cumbria" });

    await expect.poll(() => page.locator(".answer").innerText()).not.toContain(moved);
    expect(new URL(page.url()).searchParams.get("assign")).toBe("E10000006-E54000048");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => page.locator(".answer").innerText()).toContain(moved);
  });

  test("what changed between the years is told area by area, and only when it is opened", async () => {
    const page = await pages.at("?view=compare");
    const asked: string[] = [];
    page.on("request", (request) => void asked.push(request.postData() ?? request.url()));

    await page.getByText("What changed", { exact: true }).click();
    await page.getByText("now in a different area", { exact: false }).first().waitFor();

    const { changes } = await pages.ask<{ changes: { areas: { nodes: { summary: string }[] } } }>(
      `{ changes(from: "stp-2017", to: "icb-2024", layer: FOOTPRINTS) {
           areas(kinds: [MERGED, SPLIT, REDRAWN]) { nodes { summary } } } }`,
    );
    const panel = await page.locator(".panel").innerText();
    expect(changes.areas.nodes).toHaveLength(13);
    for (const { summary } of changes.areas.nodes) expect(panel).toContain(summary);
    expect(asked.filter((text) => text.includes("changes"))).toHaveLength(1);
  });

  test("sets 2017 beside 2024", async () => {
    const page = await pages.at("?view=compare");
    await page.locator(".panel table").waitFor();

    const { before, after } = await pages.ask<Record<string, { agreement: { spanningCount: number } }>>(
      '{ before: edition(id: "stp-2017") { agreement { spanningCount } } after: edition(id: "icb-2024") { agreement { spanningCount } } }',
    );

    const row = page.locator(".panel tr", { hasText: "Divided councils" }).locator("td");
    expect((await row.allInnerTexts()).map(Number)).toEqual([
      before!.agreement.spanningCount,
      after!.agreement.spanningCount,
    ]);
  });

  test("measures an area from a GeoJSON file, and refuses a file without one", async () => {
    const page = await pages.at("?view=polygon");
    const file = page.locator("input[type=file]");

    await file.setInputFiles({ name: "mine.geojson", mimeType: "application/geo+json", buffer: Buffer.from("[]") });
    await page.getByText("contains no Polygon").waitFor();
    await file.setInputFiles({
      name: "mine.geojson",
      mimeType: "application/geo+json",
      buffer: Buffer.from(JSON.stringify(SQUARE)),
    });

    await page.getByRole("rowheader", { name: "Leeds" }).waitFor();
    expect(new URL(page.url()).searchParams.get("outline")).toContain("-1.6000,53.7000");
    expect(await page.locator(".panel").innerText()).toContain("West Yorkshire");
    expect((await downloadLines(page)).filter((line) => /,(Leeds|West Yorkshire),/.test(line))).toHaveLength(2);
  });

  test("saves the table with full figures", async () => {
    const page = await pages.at("?view=table");

    const lines = await downloadLines(page);

    expect(lines).toHaveLength(45);
    expect(lines.find((line) => line.startsWith("E54000005"))).toContain("0.916368993594");
  });

  test("opens the query behind a panel in the playground", async () => {
    const page = await pages.at("?view=councils&types=COUNTY&least=0.05");

    await page.getByText("Open the query in the playground").click();

    await page.locator(".graphiql-query-editor .view-lines").filter({ hasText: "DividedCouncils" }).waitFor();
    await page.locator(".graphiql-execute-button").click();
    await page.locator(".graphiql-response .view-lines").filter({ hasText: "North Yorkshire" }).waitFor();
  });
});
