import type { Boundary, LayerComparison, LonLat, LonLatBox, MeasuredPolygon } from "@coterminous/overlap";
import { antimeridianBbox, BadInputError } from "@coterminous/overlap";
import { type SearchEntry, searchEntries } from "../analysis/search/search.js";
import { type AuthorityCode, type EditionId, type FootprintCode, parseEditionId } from "../model/code.js";
import type { Facts, IndexedFacts } from "../model/facts.js";
import type { Detail, LayerName } from "../model/layer.js";

/** One edition: its facts and what is derived from them once. */
export interface EditionEntry {
  readonly facts: IndexedFacts;
  readonly dataVersion: string;
  readonly searchEntries: readonly SearchEntry[];
  /** Bounding box of all footprints and authorities, degrees; west is larger than east across the antimeridian. */
  readonly bbox: LonLatBox;
}

/** All editions of a database; created when it is opened, never changed. */
export interface EditionCatalog {
  readonly dataVersion: string;
  readonly defaultEdition: EditionEntry;
  readonly editions: ReadonlyMap<EditionId, EditionEntry>;
}

/** Boundaries by area. */
export interface BoundaryService {
  /** An area's boundary; null when the edition has no such area. */
  area(editionId: EditionId, layer: LayerName, code: string, detail: Detail): Promise<Boundary | null>;
  /** The union of several areas of a layer; null when one of them does not exist. */
  union(editionId: EditionId, layer: LayerName, codes: readonly string[], detail: Detail): Promise<Boundary | null>;
  /** The overlap of a footprint and an authority; null when there is none. */
  overlap(
    editionId: EditionId,
    footprint: FootprintCode,
    authority: AuthorityCode,
    detail: Detail,
  ): Promise<Boundary | null>;
}

/** Measurements made on request. */
export interface MeasurementService {
  /**
   * The overlaps of a polygon with the areas of a layer.
   *
   * @throws {BadInputError} when it cannot be measured, with the position and the remedy
   */
  polygon(editionId: EditionId, layer: LayerName, geometry: Boundary): Promise<MeasuredPolygon>;
  /** The code of the area that contains a point; null when none does. */
  codeAt(editionId: EditionId, layer: LayerName, place: LonLat): Promise<string | null>;
  /**
   * The overlaps of a layer of one edition with the same layer of another; population figures are the later edition's.
   * Slow for large layers; the result is cached.
   */
  compare(before: EditionId, after: EditionId, layer: LayerName): Promise<LayerComparison>;
  /** Stops its threads. It must not be used afterwards. */
  close(): Promise<void>;
}

/** The context of every resolver. */
export interface Context {
  readonly catalog: EditionCatalog;
  readonly boundaries: BoundaryService;
  readonly measurements: MeasurementService;
}

/** Prepares the facts of a database for queries. */
export function createCatalog(facts: Facts): EditionCatalog {
  const editions = new Map(
    [...facts.editions].map(([id, edition]) => [
      id,
      {
        facts: edition,
        dataVersion: facts.dataVersion,
        searchEntries: searchEntries(edition),
        bbox: editionBbox(edition),
      },
    ]),
  );
  const defaultEdition = editions.get(facts.defaultEditionId);
  if (defaultEdition === undefined)
    throw new Error(`the default edition ${facts.defaultEditionId} is not among the editions`);
  return { dataVersion: facts.dataVersion, defaultEdition, editions };
}

/**
 * The requested edition; the default one when the id is omitted or null.
 *
 * @throws {CodeError} for a malformed id
 * @throws {BadInputError} for an unknown edition, listing the editions
 */
export function resolveEdition(catalog: EditionCatalog, id: string | null | undefined): EditionEntry {
  if (id === null || id === undefined) return catalog.defaultEdition;
  const edition = catalog.editions.get(parseEditionId(id));
  if (edition === undefined) {
    const known = [...catalog.editions.keys()].join(", ");
    throw new BadInputError(`there is no edition ${JSON.stringify(id)}; there are ${known}`);
  }
  return edition;
}

const HALF_TURN_DEGREES = 180;

/**
 * The narrowest bounding box of an edition's footprints and authorities, degrees.
 *
 * An area on both sides of the antimeridian that does not touch it, as Alaska is often drawn, has a box around the whole
 * Earth. Such areas are ignored when there are others.
 */
export function editionBbox({ footprints, authorities }: Pick<IndexedFacts, "footprints" | "authorities">): LonLatBox {
  const bboxes = [...footprints, ...authorities].map(({ bbox }) => bbox);
  const narrow = bboxes.filter(([west, , east]) => east - west <= HALF_TURN_DEGREES);
  return antimeridianBbox(narrow.length > 0 ? narrow : bboxes);
}
