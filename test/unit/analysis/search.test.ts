import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../../src/analysis/search/edit-distance.js";
import { type SearchHit, search, searchEntries } from "../../../src/analysis/search/search.js";
import { couldBeTypoOf, searchText } from "../../../src/analysis/search/search-text.js";
import { lookupFacts } from "../../support/lookup-facts.js";

const entries = {
  "stp-2017": searchEntries(lookupFacts("stp-2017")),
  "icb-2024": searchEntries(lookupFacts("icb-2024")),
};

function codeOf(hit: SearchHit | undefined): string | undefined {
  switch (hit?.kind) {
    case "FOOTPRINT":
      return hit.footprint.code;
    case "AUTHORITY":
      return hit.authority.code;
    case "MEMBER":
      return hit.member.code;
    case undefined:
      return undefined;
  }
}

describe("the first hit of 2017 for", () => {
  test.each([
    // names, in any case
    ["Essex", "E10000012"],
    ["ESSEX", "E10000012"],
    ["essex county council", "E10000012"],
    ["Surrey", "E10000030"],
    ["Devon", "E54000037"],
    ["Manchester", "E08000003"],
    ["Greater Manchester", "E54000007"],
    ["Lancashire", "E10000017"],
    ["Norfolk and Waveney", "E54000022"],
    ["County Durham", "E06000047"],
    ["Durham", "E06000047"],
    ["City of London", "E09000001"],
    ["York", "E06000014"],
    ["Newcastle under Lyme", "E07000195"],
    ["the black country", "E54000016"],
    // the official name turned round
    ["City of Bristol", "E06000023"],
    ["Bristol", "E06000023"],
    ["Kingston upon Hull", "E06000010"],
    ["Hull council", "E06000010"],
    ["Herefordshire", "E06000019"],
    // "&", "St", hyphens, apostrophes, accents, spaces
    ["Norfolk & Waveney", "E54000022"],
    ["newark & sherwood", "E07000175"],
    ["St Helens", "E08000013"],
    ["St. Helens", "E08000013"],
    ["Saint Helens", "E08000013"],
    ["stoke on trent", "E06000021"],
    ["Kings Lynn", "E07000146"],
    ["King’s Lynn", "E07000146"],
    ["Éssex", "E10000012"],
    ["miltonkeynes", "E06000042"],
    ["  Isle   of Wight ", "E06000046"],
    // aliases and abbreviations
    ["BNSSG", "E54000039"],
    ["bob", "E54000044"],
    ["Frimley", "E54000034"],
    ["West Yorkshire and Harrogate", "E54000005"],
    ["Durham, Darlington and Tees", "E54000045"],
    ["north yorks", "E10000023"],
    ["Lancs", "E10000017"],
    // codes
    ["E54000048", "E54000048"],
    ["e10000030", "E10000030"],
    [" E38000015 ", "E38000015"],
    ["08A", "E38000066"],
    ["13t", "E38000212"],
    // typing errors
    ["Esex", "E10000012"],
    ["Birmingam", "E08000025"],
    ["Northhamptonshire", "E54000020"],
    ["cumbira", "E10000006"],
    ["Middlesborough", "E06000002"],
    ["Wocestershire", "E10000034"],
    ["Glocestershire", "E54000043"],
    ["Wolverhamton", "E08000031"],
    ["frimley helth", "E54000034"],
    ["Morcambe bay", "E38000216"],
    // beginnings and single words
    ["north northumb", "E54000046"],
    ["surrey heartl", "E54000035"],
    ["scilly", "E06000053"],
    ["Teesside", "E54000045"],
    ["Kernow", "E38000089"],
    ["tower ham", "E09000030"],
    // the kind of area named
    ["manchester CCG", "E38000217"],
    ["dorset stp", "E54000041"],
    ["dorset council", "E10000009"],
    ["Somerset CCG", "E38000150"],
  ])("%s is %s", (text, code) => {
    expect(codeOf(search(text, entries["stp-2017"])[0])).toBe(code);
  });
});

describe("the first hit of 2024 for", () => {
  test.each([
    ["Frimley", "E54000034"],
    ["Devon ICB", "E54000037"],
    ["QNQ", "E54000034"],
    ["02P", "E38000006"],
    ["Greater Manchester", "E54000057"],
    ["Cumberland", "E06000063"],
    ["Westmorland", "E06000064"],
    ["humber north yorkshire", "E54000051"],
    // by their initials, as people who work there call them
    ["BLMK", "E54000024"],
    ["blmk icb", "E54000024"],
    ["BNSSG", "E54000039"],
    ["NCL", "E54000028"],
    ["BOB", "E54000044"],
  ])("%s is %s", (text, code) => {
    expect(codeOf(search(text, entries["icb-2024"])[0])).toBe(code);
  });
});

describe("search", () => {
  test("finds nothing for nothing, for punctuation and for what is like no name", () => {
    for (const text of ["", "   ", "&-'", "zzzzzz", "\u0000", "E99999999"]) {
      expect(search(text, entries["stp-2017"]), text).toEqual([]);
    }
  });

  test("gives no more than asked", () => {
    expect(search("west", entries["stp-2017"], 3)).toHaveLength(3);
    expect(search("west", entries["stp-2017"], 0)).toEqual([]);
  });

  test("finds footprint, council and member of one name", () => {
    const kinds = search("Gloucestershire", entries["stp-2017"], 3).map(({ kind }) => kind);

    expect(kinds).toEqual(["FOOTPRINT", "AUTHORITY", "MEMBER"]);
  });

  test("reads no more of a long text than sixteen words", () => {
    const entriesThen = entries["stp-2017"];
    const sixteen = `devon ${"and ".repeat(15)}`;

    expect(search(sixteen, entriesThen)).not.toEqual([]);
    expect(search(sixteen + "northamptonshire ".repeat(1_000), entriesThen)).toEqual(search(sixteen, entriesThen));
    expect(search(`devon ${"and ".repeat(14)}northamptonshire`, entriesThen)).toEqual([]);
  });
});

describe("typing errors between two words", () => {
  test.each([
    ["essex", "essex", 0],
    ["esex", "essex", 1],
    ["cumbira", "cumbria", 1],
    ["wocestershire", "worcestershire", 1],
    ["kent", "gwent", 2],
    ["kent", "devon", 3],
  ])("%s and %s: %i", (one, other, errors) => {
    expect(editDistance(one, other, 2)).toBe(errors);
    expect(editDistance(other, one, 2)).toBe(errors);
  });

  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });

  test("what both words begin or end with makes no difference", () => {
    const most = 3;
    fc.assert(
      fc.property(word, word, word, (one, other, shared) => {
        const errors = editDistance(one, other, most);

        expect(editDistance(shared + one, shared + other, most)).toBe(errors);
        expect(editDistance(one + shared, other + shared, most)).toBe(errors);
      }),
    );
  });

  test("no word within reach is passed over for the letters in it", () => {
    const ready = (text: string) => searchText(text).joined;
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "r", "x", "0", "7"), maxLength: 7 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 2 }), (one, other, most) => {
        fc.pre(editDistance(one, other, most) <= most);

        expect(couldBeTypoOf(ready(one), ready(other), most)).toBe(true);
      }),
    );
  });
});
