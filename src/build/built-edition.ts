import { EditionError } from "../geodata/problem.js";
import { readEdition } from "../geodata/read-edition.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { EditionFacts } from "../model/facts.js";
import { overlapId } from "../model/topology.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import { overlapShape } from "../overlap/overlap-shape.js";
import type { BuiltEdition } from "../store/store.js";
import { detailedTopologies } from "../topology/detailed-topologies.js";
import { type OverlapShape, withOverlaps } from "../topology/with-overlaps.js";
import { editionFacts } from "./edition-facts.js";
import { type LayerInPlane, type MeasuredEdition, measuredEdition } from "./measured-edition.js";
import { unmetAuthorities } from "./unmet-authorities.js";

/**
 * Reads, checks and measures the edition of a folder.
 *
 * @throws {EditionError} with every problem of its files, or the authorities that no footprint meets
 */
export function builtEdition(folder: string): BuiltEdition {
  const { facts, topology, shapes, blocks } = measuredFolder(folder);
  return { facts, topologies: detailedTopologies(withOverlaps(topology, shapes)), blocks };
}

// What is measured lives no longer than this: it takes as much memory as the topologies made afterwards.
function measuredFolder(folder: string) {
  const source = readEdition(folder);
  const measured = measuredEdition(source);
  const facts = editionFacts(measured);
  const unmet = unmetAuthorities(facts);
  if (unmet.length > 0) throw new EditionError(source.edition.id, unmet);
  return { facts, topology: source.topology, shapes: partialShapes(measured, facts), blocks: source.blocks };
}

/** The shapes of overlaps that leave something of their council outside. */
function partialShapes(measured: MeasuredEdition, { overlaps }: EditionFacts): OverlapShape[] {
  // Shapes are drawn in degrees: where the plane joins what was cut at the antimeridian, they are cut there again.
  const { footprints, upperTier, lowerTier } = measured.plane.joinsAntimeridian ? cutLayers(measured) : measured;
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
    return boundary === null ? [] : [{ id: overlapId(footprintCode, authorityCode), boundary }];
  });
}

type TierLayers = Readonly<Record<"footprints" | "upperTier" | "lowerTier", Pick<LayerInPlane, "measured">>>;

function cutLayers({ footprints, upperTier, lowerTier, plane }: MeasuredEdition): TierLayers {
  const cutPlane = { ...plane, middleLon: 0, joinsAntimeridian: false };
  const cut = ({ areas }: LayerInPlane) => ({ measured: measuredLayer(areas, cutPlane) });
  return { footprints: cut(footprints), upperTier: cut(upperTier), lowerTier: cut(lowerTier) };
}

function indexByCode<Code extends string>(codes: readonly string[]): Map<Code, number> {
  return new Map(codes.map((code, i) => [code as Code, i]));
}
