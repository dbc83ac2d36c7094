import { type EqualAreaProjection, intersection, prepareLayer } from "@coterminous/overlap";
import { detailLevels } from "../cartography/detail-levels.js";
import { insertOverlaps, type OverlapShape } from "../cartography/insert-overlaps.js";
import { EDITION_FILES } from "../edition/edition-files.js";
import { type EditionInput, readEdition } from "../edition/read-edition.js";
import { EditionError, type ValidationIssue } from "../edition/validation-issue.js";
import type { AuthorityCode, EditionId, FootprintCode } from "../model/code.js";
import type { EditionFacts } from "../model/facts.js";
import { overlapId } from "../model/topology.js";
import { editionRows, type TableRow } from "../store/edition-rows.js";
import type { BuiltEdition } from "../store/store.js";
import { assembleFacts } from "./assemble-facts.js";
import { computeMeasurements } from "./compute-overlaps.js";
import { type EditionLayer, type PreparedEdition, prepareLayers } from "./prepare-layers.js";

/** An edition as rows of the database: plain values, which can pass between threads. */
export interface BuiltRows {
  readonly id: EditionId;
  readonly rows: readonly TableRow[];
}

/**
 * Builds the edition of a folder, as rows.
 *
 * @throws {EditionError} with every problem of its files, or the authorities that share no land with a footprint
 */
export function buildRows(folder: string): BuiltRows {
  const edition = buildEdition(folder);
  return { id: edition.facts.edition.id, rows: [...editionRows(edition)] };
}

/**
 * Builds the edition of a folder:
 *
 * 1. read and check its files (edition/read-edition.ts)
 * 2. prepare its layers in one equal-area plane (prepare-layers.ts)
 * 3. compute areas, people and thickness of every overlap (compute-overlaps.ts)
 * 4. assemble the facts (assemble-facts.ts)
 * 5. insert the overlaps into its topology and simplify that to every detail (cartography/)
 *
 * @throws {EditionError} with every problem of its files, or the authorities that share no land with a footprint
 */
export function buildEdition(folder: string): BuiltEdition {
  const { facts, topology, shapes, blocks } = measureFolder(folder);
  return { facts, topologies: detailLevels(insertOverlaps(topology, shapes)), blocks };
}

// A function of its own, so that the prepared layers are freed before the topologies are made, which take as much memory.
function measureFolder(folder: string) {
  const source = readEdition(folder);
  const { prepared, facts } = measureEdition(source);
  const orphans = orphanAuthorities(facts);
  if (orphans.length > 0) throw new EditionError(source.edition.id, orphans);
  return { facts, topology: source.topology, shapes: partialShapes(prepared, facts), blocks: source.blocks };
}

/** Steps 2 to 4: an edition's layers in one plane, and its facts. */
export function measureEdition(source: EditionInput): {
  readonly prepared: PreparedEdition;
  readonly facts: EditionFacts;
} {
  const prepared = prepareLayers(source);
  return { prepared, facts: assembleFacts(prepared, computeMeasurements(prepared)) };
}

/** The authorities that share no land with a footprint: every authority must have a main footprint. */
export function orphanAuthorities({ authorities, overlaps }: EditionFacts): readonly ValidationIssue[] {
  const overlapping = new Set(overlaps.map(({ authorityCode }) => authorityCode));
  return authorities
    .filter(({ code }) => !overlapping.has(code))
    .map(({ code, name }) => ({
      file: EDITION_FILES.areas,
      where: `authority ${code}`,
      value: name,
      expected: "land in common with a footprint; remove it, or make the edition with `import`, which leaves it out",
    }));
}

/** The shapes of the overlaps that are only part of their council. */
function partialShapes(prepared: PreparedEdition, { overlaps }: EditionFacts): OverlapShape[] {
  // Shapes are in degrees: where the plane joins areas across the antimeridian, they are split there again.
  const { footprints, upperTier, lowerTier } = prepared.projection.joinsAntimeridian
    ? splitAtAntimeridian(prepared)
    : prepared;
  const footprintIndex = indexByCode<FootprintCode>(footprints.prepared.codes);
  const upperIndex = indexByCode<AuthorityCode>(upperTier.prepared.codes);
  const lowerIndex = indexByCode<AuthorityCode>(lowerTier.prepared.codes);
  return overlaps.flatMap(({ footprintCode, authorityCode, areaM2, outsideThicknessM }) => {
    if (areaM2 === 0 || outsideThicknessM === 0) return [];
    const footprint = footprintIndex.get(footprintCode) ?? -1;
    const upper = upperIndex.get(authorityCode);
    const boundary =
      upper === undefined
        ? intersection(footprints.prepared, footprint, lowerTier.prepared, lowerIndex.get(authorityCode) ?? -1)
        : intersection(footprints.prepared, footprint, upperTier.prepared, upper);
    return boundary === null ? [] : [{ id: overlapId(footprintCode, authorityCode), boundary }];
  });
}

type TierLayers = Readonly<Record<"footprints" | "upperTier" | "lowerTier", Pick<EditionLayer, "prepared">>>;

function splitAtAntimeridian({ footprints, upperTier, lowerTier, projection }: PreparedEdition): TierLayers {
  const splitProjection: EqualAreaProjection = { ...projection, centralMeridian: 0, joinsAntimeridian: false };
  const splitLayer = ({ areas }: EditionLayer) => ({ prepared: prepareLayer(areas, splitProjection) });
  return { footprints: splitLayer(footprints), upperTier: splitLayer(upperTier), lowerTier: splitLayer(lowerTier) };
}

function indexByCode<Code extends string>(codes: readonly string[]): Map<Code, number> {
  return new Map(codes.map((code, i) => [code as Code, i]));
}
