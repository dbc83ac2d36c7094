import type { Boundary, LayerComparison, LonLat, LonLatBox, MeasuredPolygon } from "@coterminous/overlap";
import { antimeridianBbox, BadInputError } from "@coterminous/overlap";
import { type SearchEntry, searchEntries } from "../analysis/search/search.js";
import { type AuthorityCode, type EditionId, type FootprintCode, parseEditionId } from "../model/code.js";
import type { Facts, IndexedFacts } from "../model/facts.js";
import type { Detail, LayerName } from "../model/layer.js";

/** One edition as the resolvers see it: its facts and what is made of them once. */
export interface EditionEntry {
  readonly facts: IndexedFacts;
  readonly dataVersion: string;
  readonly searchEntries: readonly SearchEntry[];
  /** Round all footprints and authorities, degrees; west is larger than east over the antimeridian. */
  readonly bbox: LonLatBox;
}

/** Everything that answers come from; made when a built file is opened, never changed. */
export interface EditionCatalog {
  readonly dataVersion: string;
  readonly defaultEdition: EditionEntry;
  readonly editions: ReadonlyMap<EditionId, EditionEntry>;
}

/** Where shapes come from. */
export interface BoundaryService {
  /** An area's boundary; null when the edition has no such area. */
  area(editionId: EditionId, layer: LayerName, code: string, detail: Detail): Promise<Boundary | null>;
  /** Several areas of a layer taken together; null when one of them is not there. */
  union(editionId: EditionId, layer: LayerName, codes: readonly string[], detail: Detail): Promise<Boundary | null>;
  /** What a footprint and an authority share; null when they share nothing. */
  overlap(
    editionId: EditionId,
    footprint: FootprintCode,
    authority: AuthorityCode,
    detail: Detail,
  ): Promise<Boundary | null>;
}

/** What is measured only when somebody asks. */
export interface MeasurementService {
  /**
   * What a polygon shares with the areas of a layer.
   *
   * @throws {BadInputError} when it cannot be measured, saying where and what would do
   */
  polygon(editionId: EditionId, layer: LayerName, geometry: Boundary): Promise<MeasuredPolygon>;
  /** The code of the area that a place on Earth lies in; null for none. */
  codeAt(editionId: EditionId, layer: LayerName, place: LonLat): Promise<string | null>;
  /**
   * A layer of one edition beside the same layer of another, people being the later edition's; long for large layers,
   * and kept.
   */
  compare(before: EditionId, after: EditionId, layer: LayerName): Promise<LayerComparison>;
  /** Ends what it started; nothing is asked of it afterwards. */
  close(): Promise<void>;
}

/** What every resolver is given. */
export interface Context {
  readonly catalog: EditionCatalog;
  readonly boundaries: BoundaryService;
  readonly measurements: MeasurementService;
}

/** Makes the facts ready for answering. */
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
 * The edition that an argument means: the default one when it is left out or null.
 *
 * @throws {CodeError} when it is no edition's name at all
 * @throws {BadInputError} when there is no such edition, naming those there are
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
 * Where an edition lies: the narrowest box round its footprints and authorities, degrees.
 *
 * An area on both sides of the antimeridian that does not touch it, as Alaska is often drawn, has a box round the whole
 * Earth. Where there are others, those say where the edition lies.
 */
export function editionBbox({ footprints, authorities }: Pick<IndexedFacts, "footprints" | "authorities">): LonLatBox {
  const bboxes = [...footprints, ...authorities].map(({ bbox }) => bbox);
  const narrow = bboxes.filter(([west, , east]) => east - west <= HALF_TURN_DEGREES);
  return antimeridianBbox(narrow.length > 0 ? narrow : bboxes);
}
