import { describe, expect, test } from "vitest";
import { authoritiesMostlyInside } from "../../../src/analysis/coterminosity/agreement.js";
import { coterminosity } from "../../../src/analysis/coterminosity/coterminosity.js";
import { coterminosityVerdict } from "../../../src/analysis/coterminosity/coterminosity-verdict.js";
import { UnknownTierError } from "../../../src/analysis/errors.js";
import type { IndexedFacts } from "../../../src/model/facts.js";
import { lookupFacts, readExpected } from "../../support/lookup-facts.js";
import { type SmallOverlap, smallFacts } from "../../support/small-facts.js";

const of = (facts: IndexedFacts, code: string, options = {}) =>
  coterminosity(facts.footprintByCode.get(code as never)!, facts, options);
const verdictOfF = (pairs: readonly SmallOverlap[], options = {}) =>
  coterminosityVerdict("F" as never, smallFacts(pairs, options));

describe.each(["stp-2017", "icb-2024"])("footprints of %s", (edition) => {
  const facts = lookupFacts(edition);

  test.each(["UPPER", "LOWER"] as const)("have the verdicts and agreements of the lookup against tier %s", (tier) => {
    for (const { code, verdict, agreement } of readExpected(edition).tiers[tier].footprints) {
      const found = of(facts, code, { tier });

      expect([code, found.verdict]).toEqual([code, verdict]);
      expect(found.agreementPopulation).toBeCloseTo(agreement, 12);
    }
  });
});

describe("the verdict", () => {
  test("is SAME_AS_ONE for one whole council and nothing else", () => {
    expect(verdictOfF([{ footprint: "F", authority: "A" }])).toBe("SAME_AS_ONE");
  });

  test("is UNION_OF_WHOLE for two or more", () => {
    const pairs = [
      { footprint: "F", authority: "A" },
      { footprint: "F", authority: "B" },
    ];

    expect(verdictOfF(pairs)).toBe("UNION_OF_WHOLE");
  });

  test("is PART_OF_ONE inside one council", () => {
    const pairs = [
      { footprint: "F", authority: "A" },
      { footprint: "G", authority: "A" },
    ];

    expect(verdictOfF(pairs)).toBe("PART_OF_ONE");
  });

  test("is CROSSES for anything else", () => {
    const wholeAndPart = [
      { footprint: "F", authority: "A" },
      { footprint: "F", authority: "B" },
      { footprint: "G", authority: "B" },
    ];
    const twoParts = [...wholeAndPart, { footprint: "G", authority: "A" }];

    expect(verdictOfF(wholeAndPart)).toBe("CROSSES");
    expect(verdictOfF(twoParts)).toBe("CROSSES");
  });

  test("does not mind slivers", () => {
    const pairs = [
      { footprint: "F", authority: "A", areaKm2: 50, outsideThicknessM: 40 },
      { footprint: "G", authority: "A", areaKm2: 0.01, thicknessM: 40 },
      { footprint: "G", authority: "B", areaKm2: 50, outsideThicknessM: 40 },
      { footprint: "F", authority: "B", areaKm2: 0.01, thicknessM: 40 },
    ];

    expect(verdictOfF(pairs)).toBe("SAME_AS_ONE");
    expect(verdictOfF(pairs, { toleranceM: 30 })).toBe("CROSSES");
  });

  test("does not take a council for whole when a thick piece of it lies in no footprint", () => {
    expect(verdictOfF([{ footprint: "F", authority: "A", outsideThicknessM: 101 }])).toBe("PART_OF_ONE");
    expect(verdictOfF([{ footprint: "F", authority: "A", outsideThicknessM: 100 }])).toBe("SAME_AS_ONE");
  });

  test("is CROSSES when a thick piece of the footprint lies in no council", () => {
    const pairs = [{ footprint: "F", authority: "A" }];

    expect(verdictOfF(pairs, { fits: { F: { uncoveredThicknessM: 101 } } })).toBe("CROSSES");
    expect(verdictOfF(pairs, { fits: { F: { uncoveredThicknessM: 100 } } })).toBe("SAME_AS_ONE");
  });

  test("is NONE when the footprint meets no council of the tier", () => {
    const facts = smallFacts([{ footprint: "F", authority: "A" }], { types: { A: "COUNTY" } });

    expect(coterminosityVerdict("F" as never, facts, { tier: "LOWER" })).toBe("NONE");
  });

  test("is refused for a tier that the edition does not have", () => {
    const facts = smallFacts([{ footprint: "F", authority: "A" }]);
    const withoutFits = { ...facts, fitsByFootprint: new Map() };

    expect(() => coterminosityVerdict("F" as never, withoutFits, { tier: "LOWER" })).toThrow(UnknownTierError);
  });
});

describe("agreement", () => {
  /** F has 80 of A's 100 people and 10 of B's 100, on 2 of 10 and 9 of 10 km2. */
  const facts = smallFacts([
    { footprint: "F", authority: "A", areaKm2: 2, people: 80 },
    { footprint: "G", authority: "A", areaKm2: 8, people: 20 },
    { footprint: "F", authority: "B", areaKm2: 9, people: 10 },
    { footprint: "G", authority: "B", areaKm2: 1, people: 90 },
  ]);

  test("is with the councils that have more than half of themselves inside, by each weight its own", () => {
    expect(authoritiesMostlyInside("F" as never, facts).map(({ code }) => code)).toEqual(["A"]);
    expect(authoritiesMostlyInside("F" as never, facts, { weight: "AREA" }).map(({ code }) => code)).toEqual(["B"]);
    expect(of(facts, "F").agreementPopulation).toBeCloseTo(80 / (90 + 20), 12);
    expect(of(facts, "F").agreementArea).toBeCloseTo(9 / (11 + 1), 12);
  });

  test("is 0 when no council has more than half of itself inside", () => {
    const halves = smallFacts([
      { footprint: "F", authority: "A" },
      { footprint: "G", authority: "A" },
    ]);

    expect(of(halves, "F")).toMatchObject({ agreementArea: 0, agreementPopulation: 0 });
  });

  test("is null for 0 people of 0, and where people are not known", () => {
    expect(of(smallFacts([{ footprint: "F", authority: "A", people: 0 }]), "F").agreementPopulation).toBeNull();
    expect(of(smallFacts([{ footprint: "F", authority: "A", people: null }]), "F")).toMatchObject({
      agreementArea: 1,
      agreementPopulation: null,
      summary: "The F footprint has the same boundary as one upper-tier council, A.",
    });
  });
});

describe("the summary", () => {
  const facts = lookupFacts("stp-2017");

  test.each([
    ["E54000038", "UPPER", "The Somerset footprint has the same boundary as one upper-tier council, Somerset."],
    [
      "E54000039",
      "UPPER",
      "The Bristol, North Somerset and South Gloucestershire footprint is made up of three whole upper-tier councils and nothing else: Bristol, North Somerset and South Gloucestershire.",
    ],
    [
      "E54000035",
      "UPPER",
      "The Surrey Heartlands footprint lies inside one upper-tier council and is only part of it: Surrey (71.5% of its people).",
    ],
    [
      "E54000034",
      "UPPER",
      "The Frimley Health footprint crosses the boundaries of upper-tier councils: it holds the whole of Bracknell Forest, Slough, and Windsor and Maidenhead, and part of Hampshire (12.2% of its people) and Surrey (12.9% of its people); of the people in it or in the councils mostly inside it, 56.7% are in both.",
    ],
    [
      "E54000022",
      "LOWER",
      "The Norfolk and Waveney footprint is made up of eight whole lower-tier councils and nothing else: Breckland, Broadland, Great Yarmouth, King's Lynn and West Norfolk, North Norfolk, Norwich, South Norfolk, and Waveney.",
    ],
  ] as const)("of %s against tier %s is one plain sentence", (code, tier, sentence) => {
    expect(of(facts, code, { tier }).summary).toBe(sentence);
  });

  test("never calls part of a council 100 % of it, nor something 0 %", () => {
    const nearly = smallFacts([
      { footprint: "F", authority: "A", people: 99_999 },
      { footprint: "G", authority: "A", people: 1 },
      { footprint: "G", authority: "B", people: 5 },
    ]);

    expect(of(nearly, "F").summary).toContain("(more than 99.9% of its people)");
    expect(of(nearly, "G").summary).toContain("(less than 0.1% of its people)");
  });

  test("does not call a name that says what it is a footprint", () => {
    const summary = of(lookupFacts("icb-2024"), "E54000037").summary;

    expect(summary).toMatch(/^NHS Devon Integrated Care Board is made up of three whole upper-tier councils/);
  });
});
