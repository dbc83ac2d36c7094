import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

interface Rated {
  readonly code: string;
  readonly rating: {
    readonly status: string;
    readonly value: string | null;
    readonly possible: readonly string[];
    readonly scale: readonly string[];
    readonly confidence: string | null;
    readonly sources: readonly string[];
    readonly date: string;
    readonly scheme: string;
  } | null;
}

interface Row {
  readonly footprint: string;
  readonly measure: string;
  readonly rating: string;
  readonly confidence: string;
  readonly sources: string;
}

const RATINGS = `
  query ($edition: ID, $measure: String) {
    footprints(edition: $edition) {
      nodes { code rating(measure: $measure) { status value possible scale confidence sources date scheme } }
    }
  }`;
const TABLE = parse(readFileSync("geodata/stp-2017/ratings.csv"), { columns: true }) as Row[];
const PUBLISHED = { OUTSTANDING: 5, ADVANCED: 20, MAKING_PROGRESS: 14, NEEDS_MOST_IMPROVEMENT: 5 };

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

async function fetchRatings(measure: string, edition = "stp-2017"): Promise<readonly Rated[]> {
  const { footprints } = await server.ask<{ footprints: { nodes: Rated[] } }>(RATINGS, { edition, measure });
  return footprints.nodes;
}

function tableRows(measure: string): readonly Row[] {
  return TABLE.filter((row) => row.measure === measure);
}

describe("the overall ratings of July 2017", () => {
  it("are sourced for 18 footprints, each with its value, sources and confidence as the table has them", async () => {
    const footprints = await fetchRatings("overall");

    const sourced = footprints.filter(({ rating }) => rating?.status === "SOURCED");
    expect(sourced).toHaveLength(18);
    expect(sourced.map(({ code, rating }) => [code, rating?.value, rating?.confidence, rating?.sources])).toEqual(
      tableRows("overall").map(({ footprint, rating, confidence, sources }) => [
        footprint,
        rating,
        confidence,
        sources.split(" ; "),
      ]),
    );
    for (const { rating } of sourced) {
      expect(rating?.possible).toEqual([rating?.value]);
      expect(rating?.sources.length).toBeGreaterThan(0);
      expect(rating?.confidence).toMatch(/^(PUBLISHED_LIST|PRESS|LOCAL_REPORT)$/);
    }
  });

  it("are not sourced for 26, each of which is advanced or making progress and says no more", async () => {
    const footprints = await fetchRatings("overall");

    const unsourced = footprints.filter(({ rating }) => rating?.status === "NOT_SOURCED");
    expect(unsourced).toHaveLength(26);
    for (const { rating } of unsourced) {
      expect(rating?.value).toBeNull();
      expect(rating?.confidence).toBeNull();
      expect(rating?.sources).toEqual([]);
      expect(rating?.possible).toEqual(["ADVANCED", "MAKING_PROGRESS"]);
    }
  });

  it("never claim more of a value than was published, and can always reach what was", async () => {
    const footprints = await fetchRatings("overall");

    for (const [value, published] of Object.entries(PUBLISHED)) {
      const certain = footprints.filter(({ rating }) => rating?.value === value).length;
      const possible = footprints.filter(({ rating }) => rating?.possible.includes(value)).length;
      expect(certain).toBeLessThanOrEqual(published);
      expect(possible).toBeGreaterThanOrEqual(published);
    }
  });

  it("are known completely at both ends: five outstanding, five in most need of improvement", async () => {
    const footprints = await fetchRatings("overall");

    for (const value of ["OUTSTANDING", "NEEDS_MOST_IMPROVEMENT"]) {
      expect(footprints.filter(({ rating }) => rating?.value === value)).toHaveLength(5);
      expect(footprints.filter(({ rating }) => rating?.possible.includes(value))).toHaveLength(5);
    }
  });

  it("stand on a scale of four, best first, with the day and the name of the dashboard", async () => {
    const footprints = await fetchRatings("overall");

    for (const { rating } of footprints) {
      expect(rating?.scale).toEqual(["OUTSTANDING", "ADVANCED", "MAKING_PROGRESS", "NEEDS_MOST_IMPROVEMENT"]);
      expect(rating?.date).toBe("2017-07-21");
      expect(rating?.scheme).toContain("STP progress dashboard");
    }
  });

  it("are found by value: asking for outstanding footprints gives the five", async () => {
    const { footprints } = await server.ask<{ footprints: { nodes: { code: string }[] } }>(
      '{ footprints(rating: "OUTSTANDING") { nodes { code } } }',
    );

    expect(footprints.nodes.map(({ code }) => code)).toEqual(
      tableRows("overall").flatMap(({ footprint, rating }) => (rating === "OUTSTANDING" ? [footprint] : [])),
    );
  });
});

describe("the leadership ratings", () => {
  it("are sourced for four footprints, each in the words of its source", async () => {
    const footprints = await fetchRatings("leadership");

    const sourced = footprints.filter(({ rating }) => rating?.status === "SOURCED");
    expect(sourced.map(({ code, rating }) => [code, rating?.value])).toEqual([
      ["E54000005", "ESTABLISHED"],
      ["E54000020", "LOWEST_CATEGORY"],
      ["E54000039", "LOWEST_CATEGORY"],
      ["E54000048", "ADVANCED"],
    ]);
  });

  it("rule nothing out for the other 40, as no totals were published", async () => {
    const footprints = await fetchRatings("leadership");

    const unsourced = footprints.filter(({ rating }) => rating?.status === "NOT_SOURCED");
    expect(unsourced).toHaveLength(40);
    for (const { rating } of unsourced) expect(rating?.possible).toEqual(rating?.scale);
  });
});

describe("what was not rated", () => {
  it("has no rating: a measure that nobody used gives null", async () => {
    const footprints = await fetchRatings("punctuality");

    expect(footprints.map(({ rating }) => rating)).toEqual(footprints.map(() => null));
  });

  it("has no rating: the boards of 2024 give null", async () => {
    const footprints = await fetchRatings("overall", "icb-2024");

    expect(footprints).toHaveLength(42);
    expect(footprints.map(({ rating }) => rating)).toEqual(footprints.map(() => null));
  });
});

describe("the leaders and parts of 2017", () => {
  it("are known for 26 footprints, as the tables have them", async () => {
    const { footprints } = await server.ask<{ footprints: { nodes: { code: string; leaders: unknown[] }[] } }>(
      "{ footprints { nodes { code leaders { name organisation sector source } } } }",
    );

    const table = parse(readFileSync("geodata/stp-2017/leaders.csv"), { columns: true }) as { footprint: string }[];
    const led = footprints.nodes.flatMap(({ code, leaders }) =>
      leaders.map((leader) => ({ footprint: code, ...(leader as object) })),
    );
    expect(led).toEqual(table);
    expect(new Set(led.map(({ footprint }) => footprint)).size).toBe(26);
  });

  it("Lancashire and South Cumbria divided itself into five parts, each member in one of them", async () => {
    const { footprint } = await server.ask<{
      footprint: {
        parts: { name: string; source: string; members: { code: string }[] }[];
        members: { code: string }[];
      };
    }>('{ footprint(code: "E54000048") { parts { name source members { code } } members { code } } }');

    expect(footprint.parts.map(({ name }) => name)).toEqual([
      "Pennine Lancashire",
      "Fylde Coast",
      "Central Lancashire",
      "West Lancashire",
      "Morecambe Bay (Bay Health and Care Partners)",
    ]);
    expect(footprint.parts.flatMap(({ members }) => members.map(({ code }) => code)).sort()).toEqual(
      footprint.members.map(({ code }) => code),
    );
    for (const { source } of footprint.parts) expect(source).toContain("Local Government Chronicle");
  });
});
