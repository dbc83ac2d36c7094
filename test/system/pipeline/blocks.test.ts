import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultSliverToleranceM } from "../../../packages/overlap/src/overlay/sliver-tolerance.js";
import { readEdition } from "../../../src/edition/read-edition.js";
import { type EditionLayer, type PreparedEdition, prepareLayers } from "../../../src/pipeline/prepare-layers.js";
import { HAS_INPUT_FILES, INPUT_FOLDER, NEEDS_INPUT_FILES } from "../../support/input-files.js";
import { readExpected } from "../../support/lookup-facts.js";
import { GEODATA } from "../../support/real-store.js";

const EDITIONS = [
  { edition: "stp-2017", table: "2017/lsoa-2011.csv", memberColumn: "ccg_code", blockCount: 32_844 },
  { edition: "icb-2024", table: "2024/lsoa-2021.csv", memberColumn: "sub_icb_code", blockCount: 33_755 },
] as const;

describe.each(EDITIONS)(
  "layers of $edition as the build prepares them:",
  ({ edition, table, memberColumn, blockCount }) => {
    const lookup = readExpected(edition);
    let measured: PreparedEdition;

    beforeAll(() => {
      measured = prepareLayers(readEdition(join(GEODATA, edition)));
    });

    function codesOf({ areas, areaOfBlock }: EditionLayer): readonly (string | undefined)[] {
      return [...(areaOfBlock ?? [])].map((area) => areas[area]?.code);
    }

    /** Footprint, other area and number of blocks, in the order of the codes. */
    function blockPairs(others: EditionLayer): (readonly [string, string, number])[] {
      const footprints = codesOf(measured.footprints);
      const counts = new Map<string, number>();
      for (const [block, other] of codesOf(others).entries()) {
        const key = `${footprints[block]} ${other}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return [...counts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, count]) => {
          const [footprint = "", other = ""] = key.split(" ");
          return [footprint, other, count];
        });
    }

    it("the sliver tolerance in edition.json is the rule's for the coarser tier, to the metre", () => {
      const { source, footprints, upperTier, lowerTier } = measured;

      const byRule = [upperTier, lowerTier].map(({ prepared }) =>
        defaultSliverToleranceM(footprints.prepared, prepared),
      );

      expect(source.edition.sliverToleranceM).toBe(Math.round(Math.max(...byRule)));
    });

    it(`all ${blockCount} blocks lie in an area of every layer`, () => {
      const { footprints, upperTier, lowerTier, members } = measured;

      for (const layer of [footprints, upperTier, lowerTier, members]) {
        expect(layer.areaOfBlock).toHaveLength(blockCount);
        expect(codesOf(layer).filter((code) => code === undefined)).toEqual([]);
      }
    });

    it("every pair of a footprint and a council or member holds as many blocks as the lookup says", () => {
      const blocksOf = (pairs: typeof lookup.memberPairs) =>
        pairs.map(([footprint, other, blocks]) => [footprint, other, blocks]);

      expect(blockPairs(measured.upperTier)).toEqual(blocksOf(lookup.tiers.UPPER.pairs));
      expect(blockPairs(measured.lowerTier)).toEqual(blocksOf(lookup.tiers.LOWER.pairs));
      expect(blockPairs(measured.members)).toEqual(blocksOf(lookup.memberPairs));
    });

    it.skipIf(!HAS_INPUT_FILES)(
      `not one block lies in another area than the lookup gives it (${NEEDS_INPUT_FILES})`,
      () => {
        const rows = parse(readFileSync(join(INPUT_FOLDER, table)), { columns: true }) as Record<string, string>[];
        const rowOf = new Map(rows.map((row) => [row.lsoa_code, row]));
        const layers = [
          [measured.footprints, "footprint_code"],
          [measured.upperTier, "upper_tier_code"],
          [measured.lowerTier, "lower_tier_code"],
          [measured.members, memberColumn],
        ] as const;
        const codes = measured.source.blocks?.codes ?? [];

        const astray = layers.flatMap(([layer, column]) =>
          codesOf(layer).flatMap((area, i) =>
            rowOf.get(codes[i])?.[column] === area ? [] : [`${codes[i]} in ${area}`],
          ),
        );

        expect(codes).toHaveLength(blockCount);
        expect(astray).toEqual([]);
      },
    );
  },
);
