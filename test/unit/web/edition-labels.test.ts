import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pluralOf } from "../../../src/analysis/text/english.js";
import type { EditionSummary } from "../../../web/explorer/data/overview.js";
import { kindWords } from "../../../web/explorer/format/kind-words.js";
import { plural, withArticle } from "../../../web/explorer/format/nouns.js";
import { uncoveredShare } from "../../../web/explorer/format/numbers.js";
import { bboxesIntersect } from "../../../web/explorer/map/bbox.js";
import { editionPair } from "../../../web/explorer/state/compared-editions.js";
import { effectiveState } from "../../../web/explorer/state/effective-state.js";
import { INITIAL_STATE } from "../../../web/explorer/state/explorer-state.js";

const NAMED: EditionSummary = {
  id: "police-2025",
  title: "Police forces and boroughs, 2025",
  date: "2025-04-01",
  bbox: [-3, 52, -1, 53],
  tiers: ["LOWER"],
  footprintKind: "police force",
  authorityKind: "borough",
  memberKind: "beat",
  populationBasis: null,
  ratingMeasures: [],
  claimCount: 0,
};

describe("words of an edition", () => {
  test("are those of its kinds, without a tier where there is one only", () => {
    expect(kindWords(NAMED, "LOWER")).toMatchObject({
      footprints: "police forces",
      council: "borough",
      tierCouncils: "boroughs",
      members: "beats",
    });
    expect(kindWords({ ...NAMED, tiers: ["UPPER", "LOWER"] }, "UPPER").tierCouncil).toBe("upper-tier borough");
  });

  test("call a footprint so where its own name is too long for a heading", () => {
    const footprintKind = "sustainability and transformation partnership";

    expect(kindWords({ ...NAMED, footprintKind }, "LOWER").footprints).toBe("footprints");
  });

  test("have the plurals that the API's sentences have", () => {
    for (const noun of ["council", "county", "authority", "parish", "box", "police force", "quay", "Bezirk"])
      expect(plural(noun)).toBe(pluralOf(noun));
  });

  test("have the article that they are spoken with", () => {
    const nouns = ["county", "authority", "unitary", "LSOA", "NHS trust", "urban area", "one-stop shop"];

    expect(nouns.map(withArticle).map((text) => text.split(" ")[0])).toEqual(["a", "an", "a", "an", "an", "an", "a"]);
  });
});

test("a state is shown as the edition can: its only tier, land without people, verdicts without ratings", () => {
  const asked = { ...INITIAL_STATE, colouring: "rating" } as const;

  expect(effectiveState(asked, NAMED)).toEqual({ ...asked, tier: "LOWER", weight: "AREA", colouring: "verdict" });
  const has = { tiers: ["UPPER", "LOWER"], populationBasis: "Census", ratingMeasures: ["overall"] } as const;
  expect(effectiveState(asked, has)).toEqual(asked);
});

describe("two boxes", () => {
  test.each([
    ["side by side meet", [-3, 50, -1, 52], [-1, 51, 2, 55], true],
    ["north and south of each other do not", [-3, 50, -1, 52], [-3, 53, -1, 55], false],
    ["over the antimeridian meet what lies on either side of it", [170, -50, -170, -30], [-175, -40, -172, -35], true],
    ["over the antimeridian do not meet what lies beyond", [170, -50, -170, -30], [-10, -40, 10, -35], false],
    ["of which one goes round the Earth meet", [-180, 0, 180, 60], [170, 10, -170, 20], true],
  ] as const)("%s", (_, one, other, meet) => {
    expect(bboxesIntersect(one, other)).toBe(meet);
    expect(bboxesIntersect(other, one)).toBe(meet);
  });

  test("meet whatever the other, where one is in the other", () => {
    const lon = fc.integer({ min: -180, max: 179 });
    fc.assert(
      fc.property(lon, fc.integer({ min: 2, max: 300 }), (west, width) => {
        const wrapLongitude = (degrees: number) => ((degrees + 540) % 360) - 180;

        expect(
          bboxesIntersect(
            [west, 0, wrapLongitude(west + width), 9],
            [wrapLongitude(west + 1), 1, wrapLongitude(west + 2), 2],
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("the edition to compare with", () => {
  const stp = { ...NAMED, id: "stp-2017", date: "2017-12-31", bbox: [-6, 50, 2, 56] } as const;
  const us = { ...NAMED, id: "us", date: "2025-01-01", bbox: [144, -14, -65, 71] } as const;

  test("is the first that lies in the same part of the world, the older left", () => {
    const compared = editionPair({ edition: NAMED.id, other: null }, [us, stp, NAMED]);

    expect(compared).toMatchObject({ older: stp, newer: NAMED, olderLabel: "2017", newerLabel: "2025", meet: true });
  });

  test("is the one asked for, though there be nothing to compare; years that are the same are told by id", () => {
    const compared = editionPair({ edition: NAMED.id, other: "us" }, [us, stp, NAMED]);

    expect(compared).toMatchObject({ older: us, olderLabel: "us", newerLabel: "police-2025", meet: false });
  });

  test("is none where there is no other", () => {
    expect(editionPair({ edition: NAMED.id, other: null }, [NAMED])).toBeNull();
  });
});

test("what lies in no footprint is what its pieces leave over, but for what simplified borders do", () => {
  expect(uncoveredShare([0.5, 0.25])).toBe(0.25);
  expect(uncoveredShare([0.7, 0.2998])).toBe(0);
  expect(uncoveredShare([0.7, null])).toBe(0);
  expect(uncoveredShare([])).toBe(1);
});
