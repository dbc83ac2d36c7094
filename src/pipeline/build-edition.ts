import { intersection, prepareLayer } from "@coterminous/overlap";
import { detailLevels } from "../cartography/detail-levels.js";
import { insertOverlaps, type OverlapShape } from "../cartography/insert-overlaps.js";
import { EDITION_FILES } from "../edition/edition-files.js";
import { readEdition } from "../edition/read-edition.js";
import { EditionError, type ValidationIssue } from "../edition/validation-issue.js";
import type { AuthorityCode, EditionId, FootprintCode } from "../model/code.js";
import type { EditionFacts } from "../model/facts.js";
import { overlapId } from "../model/topology.js";
import { editionRows, type TableRow } from "../store/edition-rows.js";
import type { BuiltEdition } from "../store/store.js";
import { assembleFacts } from "./assemble-facts.js";
import { type EditionLayer, type PreparedEdition, prepareLayers } from "./prepare-layers.js";

/** An edition as rows of the database: plain values, which one thread can hand to another. */
export interface BuiltRows {
  readonly id: EditionId;
  readonly rows: readonly TableRow[];
}

/**
 * Reads, checks and measures the edition of a folder.
 *
 * @throws {EditionError} with every problem of its files
 */
export function buildRows(folder: string): BuiltRows {
  const edition = buildEdition(folder);
  return { id: edition.facts.edition.id, rows: [...editionRows(edition)] };
}

/**
 * Reads, checks and measures the edition of a folder.
 *
 * @throws {EditionError} with every problem of its files, or the authorities that no footprint meets
 */
export function buildEdition(folder: string): BuiltEdition {
  const { facts, topology, shapes, blocks } = measureFolder(folder);
  return { facts, topologies: detailLevels(insertOverlaps(topology, shapes)), blocks };
}

// What is measured lives no longer than this: it takes as much memory as the topologies made afterwards.
function measureFolder(folder: string) {
  const source = readEdition(folder);
  const prepared = prepareLayers(source);
  const facts = assembleFacts(prepared);
  const orphans = orphanAuthorities(facts);
  if (orphans.length > 0) throw new EditionError(source.edition.id, orphans);
  return { facts, topology: source.topology, shapes: partialShapes(prepared, facts), blocks: source.blocks };
}

/** The shapes of overlaps that leave something of their council outside. */
function partialShapes(prepared: PreparedEdition, { overlaps }: EditionFacts): OverlapShape[] {
  // Shapes are drawn in degrees: where the plane joins what was cut at the antimeridian, they are cut there again.
  const { footprints, upperTier, lowerTier } = prepared.projection.joinsAntimeridian
    ? splitAtAntimeridian(prepared)
    : prepared;
  const footprintIndex = indexByCode<FootprintCode>(footprints.prepared.codes);
  const upperIndex = indexByCode<AuthorityCode>(upperTier.prepared.codes);
  const lowerIndex = indexByCode<AuthorityCode>(lowerTier.prepared.codes);
  return overlaps.flatMap(({ footprintCode, authorityCode, areaM2, outsideThicknessM }) => {
    if (areaM2 === 0 || outsideThicknessM === 0) return [];
    const footprint = footprintIndex.get(footprintCode) ?? -1;
    const inUpper = upperIndex.get(authorityCode);
    const boundary =
      inUpper === undefined
        ? intersection(footprints.prepared, footprint, lowerTier.prepared, lowerIndex.get(authorityCode) ?? -1)
        : intersection(footprints.prepared, footprint, upperTier.prepared, inUpper);
    return boundary === null ? [] : [{ id: overlapId(footprintCode, authorityCode), boundary }];
  });
}

type TierLayers = Readonly<Record<"footprints" | "upperTier" | "lowerTier", Pick<EditionLayer, "prepared">>>;

function splitAtAntimeridian({ footprints, upperTier, lowerTier, projection }: PreparedEdition): TierLayers {
  const splitProjection = { ...projection, middleLon: 0, joinsAntimeridian: false };
  const splitLayer = ({ areas }: EditionLayer) => ({ prepared: prepareLayer(areas, splitProjection) });
  return { footprints: splitLayer(footprints), upperTier: splitLayer(upperTier), lowerTier: splitLayer(lowerTier) };
}

function indexByCode<Code extends string>(codes: readonly string[]): Map<Code, number> {
  return new Map(codes.map((code, i) => [code as Code, i]));
}

/** The authorities that no footprint meets, as problems of an edition: every authority is to have a main footprint. */
export function orphanAuthorities({ authorities, overlaps }: EditionFacts): readonly ValidationIssue[] {
  const met = new Set(overlaps.map(({ authorityCode }) => authorityCode));
  return authorities
    .filter(({ code }) => !met.has(code))
    .map(({ code, name }) => ({
      file: EDITION_FILES.areas,
      where: `authority ${code}`,
      value: name,
      expected: "land in common with a footprint; take it out, or make the edition with `import`, which leaves it out",
    }));
}
