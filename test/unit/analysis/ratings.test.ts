import { describe, expect, test } from "vitest";
import { measures, ratingOfFootprint, ratingsOfFootprint } from "../../../src/analysis/ratings/rating-of-footprint.js";
import { ratingCounts, ratingsByVerdict } from "../../../src/analysis/ratings/rating-tables.js";
import { lookupFacts } from "../../support/lookup-facts.js";

const facts = lookupFacts("stp-2017");
const overall = facts.footprints.map(({ code }) => ratingOfFootprint(code, facts)!);

describe("overall ratings of 2017", () => {
  test("are sourced for 18 footprints, each with a source and a confidence", () => {
    const sourced = overall.filter(({ status }) => status === "SOURCED");

    expect(sourced).toHaveLength(18);
    for (const { value, possible, sources, confidence } of sourced) {
      expect(possible).toEqual([value]);
      expect(sources.length).toBeGreaterThan(0);
      expect(confidence).not.toBeNull();
    }
  });

  test("are advanced or making progress for each of the other 26, and never guessed", () => {
    const unknown = overall.filter(({ status }) => status === "NOT_SOURCED");

    expect(unknown).toHaveLength(26);
    for (const rating of unknown) {
      expect(rating).toMatchObject({
        value: null,
        possible: ["ADVANCED", "MAKING_PROGRESS"],
        confidence: null,
        sources: [],
      });
    }
  });

  test("are counted with bounds beside the published totals", () => {
    expect(
      ratingCounts(facts).map(({ rating, sourced, atMost, published }) => [rating, sourced, atMost, published]),
    ).toEqual([
      ["OUTSTANDING", 5, 5, 5],
      ["ADVANCED", 6, 32, 20],
      ["MAKING_PROGRESS", 2, 28, 14],
      ["NEEDS_MOST_IMPROVEMENT", 5, 5, 5],
    ]);
  });

  test("stand in a table with the verdicts, every footprint in one cell and the unknown in a column of their own", () => {
    const table = ratingsByVerdict(facts);
    const count = (verdict: string, rating: string | null) =>
      table.find((cell) => cell.verdict === verdict && cell.rating === rating)?.count;

    expect(table).toHaveLength(4 * 5);
    expect(table.flatMap(({ footprints }) => footprints)).toHaveLength(44);
    expect(count("CROSSES", "OUTSTANDING")).toBe(4);
    expect(count("UNION_OF_WHOLE", "OUTSTANDING")).toBe(1);
    expect(count("SAME_AS_ONE", null)).toBe(3);
  });
});

describe("a rating", () => {
  test("on a scale without published totals can still be anything", () => {
    const leadership = ratingOfFootprint("E54000005" as never, facts, "leadership");
    const unknown = ratingOfFootprint("E54000006" as never, facts, "leadership");

    expect(leadership).toMatchObject({ status: "SOURCED", value: "ESTABLISHED" });
    expect(unknown?.possible).toEqual(["ADVANCED", "ESTABLISHED", "LOWEST_CATEGORY"]);
  });

  test("is null on a measure that the edition does not have", () => {
    expect(ratingOfFootprint("E54000005" as never, facts, "money")).toBeNull();
    expect(ratingCounts(facts, "money")).toEqual([]);
    expect(ratingsByVerdict(facts, { measure: "money" })).toEqual([]);
  });

  test("is given for every measure, the overall one first", () => {
    expect(measures(facts)).toEqual(["overall", "leadership"]);
    expect(ratingsOfFootprint("E54000005" as never, facts).map(({ measure }) => measure)).toEqual([
      "overall",
      "leadership",
    ]);
    expect(ratingsOfFootprint("E54000037" as never, lookupFacts("icb-2024"))).toEqual([]);
  });
});
