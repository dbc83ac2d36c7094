import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isSliver } from "../../src/analysis/sliver.js";
import { spanningAuthorities } from "../../src/analysis/spanning-authorities.js";
import { editionFacts } from "../../src/build/edition-facts.js";
import { measuredEdition } from "../../src/build/measured-edition.js";
import { readEdition } from "../../src/geodata/read-edition.js";
import type { ImportedEdition } from "../../src/imports/import-edition.js";
import type { Tier } from "../../src/model/area.js";
import { type IndexedFacts, indexedFacts } from "../../src/model/facts.js";
import { HAS_INPUT_FILES, INPUT_FOLDER, NEEDS_INPUT_FILES } from "../support/input-files.js";
import { realFacts } from "../support/real-store.js";
import { importedFrom } from "./import-files.js";

const CHECKS = join(INPUT_FOLDER, "checks");

describe.skipIf(!HAS_INPUT_FILES)(
  `the official layers as published (${NEEDS_INPUT_FILES}), imported with no flags but the paths,`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "coterminous-import-"));
    let imported: ImportedEdition;
    let facts: IndexedFacts;
    let shipped: IndexedFacts;
    beforeAll(async () => {
      imported = await importedFrom(folder, {
        footprints: join(CHECKS, "stp-2017-en-buc.geojson"),
        upper_tier: join(CHECKS, "ctyua-2017-ew-bgc.topojson"),
        lower_tier: join(CHECKS, "lad-2017-gb-bgc.topojson"),
      });
      facts = indexedFacts(editionFacts(measuredEdition(readEdition(imported.folder))));
      shipped = await realFacts("stp-2017");
    }, 180_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each([
      ["UPPER", 170],
      ["LOWER", 343],
    ] as const)("have the true overlaps of the %s tier, all %i of them and no others", (tier, count) => {
      const truth = realPairs(shipped, tier);

      expect(truth).toHaveLength(count);
      expect(realPairs(facts, tier)).toEqual(truth);
    });

    it.each(["UPPER", "LOWER"] as const)("have the spanning councils of the %s tier that the blocks say", (tier) => {
      expect(spanningCodes(facts, tier)).toEqual(spanningCodes(shipped, tier));
    });

    it("have 18 districts mended, those that GEOS calls invalid", () => {
      const districts = imported.layers.find(({ layer }) => layer === "lower_tier");

      expect(new Set(districts?.mends.map(({ code }) => code)).size).toBe(18);
    });
  },
);

function realPairs(facts: IndexedFacts, tier: Tier): string[] {
  return facts.overlaps
    .filter((overlap) => overlap.tiers.includes(tier) && overlap.areaM2 > 0 && !isSliver(overlap, facts))
    .map(({ footprintCode, authorityCode }) => `${footprintCode} ${authorityCode}`)
    .sort();
}

function spanningCodes(facts: IndexedFacts, tier: Tier): string[] {
  return spanningAuthorities(facts, { tier, weight: "AREA" })
    .map(({ authority }) => authority.code)
    .sort();
}
