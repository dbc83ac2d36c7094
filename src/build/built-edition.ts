import { simplifiedTopology } from "../formats/simplified-topology.js";
import { readEdition } from "../geodata/read-edition.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { EditionFacts } from "../model/facts.js";
import { overlapShape } from "../overlap/overlap-shape.js";
import type { BuiltEdition, OverlapBoundary } from "../store/store.js";
import { editionFacts } from "./edition-facts.js";
import { type MeasuredEdition, measuredEdition } from "./measured-edition.js";

/** How much of the inner points of borders each detail keeps. */
const KEPT_SHARE = { LOW: 0.1, MEDIUM: 0.5 } as const;

/**
 * Reads, checks and measures the edition of a folder.
 *
 * @throws {EditionError} with every problem of its files
 */
export function builtEdition(folder: string): BuiltEdition {
  const source = readEdition(folder);
  const measured = measuredEdition(source);
  const facts = editionFacts(measured);
  const full = source.topology;
  return {
    facts,
    topologies: {
      LOW: simplifiedTopology(full, KEPT_SHARE.LOW),
      MEDIUM: simplifiedTopology(full, KEPT_SHARE.MEDIUM),
      FULL: full,
    },
    overlapBoundaries: partialShapes(measured, facts),
    blocks: source.blocks,
  };
}

/** The shapes of overlaps that leave something of their council outside. */
function partialShapes(
  { footprints, upperTier, lowerTier }: MeasuredEdition,
  { overlaps }: EditionFacts,
): OverlapBoundary[] {
  const footprintIndex = indexByCode<FootprintCode>(footprints.measured.codes);
  const upperIndex = indexByCode<AuthorityCode>(upperTier.measured.codes);
  const lowerIndex = indexByCode<AuthorityCode>(lowerTier.measured.codes);
  return overlaps.flatMap(({ footprintCode, authorityCode, areaM2, outsideThicknessM }) => {
    if (areaM2 === 0 || outsideThicknessM === 0) return [];
    const footprint = footprintIndex.get(footprintCode) ?? -1;
    const inUpper = upperIndex.get(authorityCode);
    const boundary =
      inUpper === undefined
        ? overlapShape(footprints.measured, footprint, lowerTier.measured, lowerIndex.get(authorityCode) ?? -1)
        : overlapShape(footprints.measured, footprint, upperTier.measured, inUpper);
    return boundary === null ? [] : [{ footprintCode, authorityCode, boundary }];
  });
}

function indexByCode<Code extends string>(codes: readonly string[]): Map<Code, number> {
  return new Map(codes.map((code, i) => [code as Code, i]));
}
