import { describe, expect, test } from "vitest";
import { checkClaim, claims } from "../../../src/analysis/claims/claims.js";
import { citesSameArticle } from "../../../src/analysis/claims/leaders-and-parts.js";
import type { IndexedFacts } from "../../../src/model/facts.js";
import { lookupFacts } from "../../support/lookup-facts.js";

const facts = lookupFacts("stp-2017");
const found = new Map(claims(facts).map((claim) => [claim.id, claim]));

const check = (kind: string, subject: string | null, value: string, given: IndexedFacts = facts) =>
  checkClaim({ id: "x", kind, subject, value, statement: "", source: "The Paper, May 2016" }, given);

test("every claim of 2017 has its verdict", () => {
  expect([...found.values()].map(({ id, verdict }) => `${id}: ${verdict}`)).toEqual([
    "seven-councils: DEPENDS",
    "essex-in-three: AGREES",
    "surrey-in-four: DIFFERS",
    "surrey-in-three: AGREES",
    "northamptonshire-coterminous: DIFFERS",
    "norfolk-waveney-crosses: DEPENDS",
    "many-cross: AGREES",
    "five-outstanding: AGREES",
    "twenty-advanced: AGREES",
    "fourteen-making-progress: AGREES",
    "nineteen-making-progress: DEPENDS",
    "five-need-improvement: AGREES",
    "lancashire-five-systems: NOT_CHECKABLE",
    "four-council-leaders: AGREES",
  ]);
});

describe("the claim", () => {
  test.each([
    ["seven-councils", "14 upper-tier councils and 17 lower-tier councils lie in more than one footprint"],
    [
      "seven-councils",
      "for county councils when the least share that counts is above 4.21% and up to 12.23% of the council's people (at 5%: Cumbria, Essex, Hampshire, North Yorkshire, Nottinghamshire, Suffolk and Surrey)",
    ],
    ["seven-councils", "for all upper-tier councils when the least share that counts is above 14.22% and up to 15.46%"],
    ["seven-councils", "for all lower-tier councils when the least share that counts is above 17.4% and up to 18.06%"],
    ["seven-councils", "It holds at no share for unitary councils, metropolitan districts and London boroughs."],
    [
      "surrey-in-four",
      "Surrey lies in three footprints, not four: Surrey Heartlands (71.5% of its people), Sussex and East Surrey (15.6% of its people), and Frimley Health (12.9% of its people).",
    ],
    [
      "northamptonshire-coterminous",
      "16,822 people of Northamptonshire (2.3%) are in the Cambridgeshire and Peterborough footprint",
    ],
    ["norfolk-waveney-crosses", "the report holds for upper-tier councils"],
    ["many-cross", "22 (50%) cross the boundaries of upper-tier councils and 20 (45.5%)"],
    ["fourteen-making-progress", "The 19 reported elsewhere is that rating and every worse one together"],
    ["nineteen-making-progress", '14 "Making progress" and 5 "Needs most improvement"'],
    ["lancashire-five-systems", "it cites the same article as the claim"],
    ["four-council-leaders", "At least four leaders came from councils"],
    ["four-council-leaders", "Only 26 of 44 leaders are known here"],
  ])("%s is explained: %s", (id, sentence) => {
    expect(found.get(id)?.explanation).toContain(sentence);
  });
});

describe("a claim", () => {
  test("of a kind without a computation is NOT_CHECKABLE and says so, whatever it is called", () => {
    for (const kind of ["PHASE_OF_THE_MOON", "constructor", ""]) {
      expect(check(kind, null, "7")).toMatchObject({
        verdict: "NOT_CHECKABLE",
        explanation: `There is no computation for claims of kind ${kind}.`,
      });
    }
  });

  test.each([
    ["COUNCILS_IN_MORE_THAN_ONE", null, "several", /"several", is not a number/],
    ["FOOTPRINTS_OF_COUNCIL", "E10000999", "2", /no council E10000999/],
    ["FOOTPRINT_COTERMINOUS", "E54000999", "true", /no footprint E54000999/],
    ["FOOTPRINT_COTERMINOUS", "E54000020", "perhaps", /neither true nor false/],
    ["RATING_COUNT", "SPLENDID", "2", /no rating SPLENDID/],
    ["PARTS_OF_FOOTPRINT", "E54000005", "2", /No table here/],
  ])("of kind %s about %s that says %s is NOT_CHECKABLE with the reason", (kind, subject, value, reason) => {
    const answer = check(kind, subject, value);

    expect(answer.verdict).toBe("NOT_CHECKABLE");
    expect(answer.explanation).toMatch(reason);
  });

  test.each([
    ["COUNCILS_IN_MORE_THAN_ONE", null, "40", "DIFFERS"],
    ["FOOTPRINTS_OF_COUNCIL", "E10000030", "2", "DEPENDS"],
    ["FOOTPRINT_COTERMINOUS", "E54000036", "true", "AGREES"],
    ["FOOTPRINT_COTERMINOUS", "E54000036", "false", "DIFFERS"],
    ["FOOTPRINTS_CROSSING_COUNCILS", null, "22", "DEPENDS"],
    ["FOOTPRINTS_CROSSING_COUNCILS", null, "3", "DIFFERS"],
    ["RATING_COUNT", "MAKING_PROGRESS", "13", "DIFFERS"],
    ["RATING_COUNT", "ESTABLISHED", "2", "NOT_CHECKABLE"],
    ["RATING_COUNT", "ESTABLISHED", "0", "DIFFERS"],
    ["PARTS_OF_FOOTPRINT", "E54000048", "5", "AGREES"],
    ["PARTS_OF_FOOTPRINT", "E54000048", "6", "DIFFERS"],
    ["LEADERS_FROM_COUNCILS", null, "3", "DIFFERS"],
    ["LEADERS_FROM_COUNCILS", null, "9", "NOT_CHECKABLE"],
    ["LEADERS_FROM_COUNCILS", null, "31", "DIFFERS"],
  ])("of kind %s about %s that says %s: %s", (kind, subject, value, verdict) => {
    expect(check(kind, subject, value).verdict).toBe(verdict);
  });

  test("of an edition without tables is NOT_CHECKABLE, not wrong", () => {
    const plain = lookupFacts("icb-2024");

    expect(check("LEADERS_FROM_COUNCILS", null, "4", plain).verdict).toBe("NOT_CHECKABLE");
    expect(check("RATING_COUNT", "OUTSTANDING", "5", plain).verdict).toBe("NOT_CHECKABLE");
    expect(check("PARTS_OF_FOOTPRINT", "E54000048", "5", plain).verdict).toBe("NOT_CHECKABLE");
  });
});

test("two sources cite the same article when publication and month agree", () => {
  const claim = 'Local Government Chronicle, "Analysis: What next for STPs?", August 2017';

  expect(citesSameArticle("Local Government Chronicle, August 2017, gives the number", claim)).toBe(true);
  expect(citesSameArticle("Public Finance, July 2017 ; Local Government Chronicle, August 2017", claim)).toBe(true);
  expect(citesSameArticle("Local Government Chronicle, May 2017", claim)).toBe(false);
  expect(citesSameArticle("Public Finance, August 2017", claim)).toBe(false);
});
