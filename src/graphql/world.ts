import { type SearchEntry, searchEntries } from "../analysis/search.js";
import { BadInputError } from "../model/bad-input-error.js";
import type { Boundary, LonLat, LonLatBox } from "../model/boundary.js";
import type { AuthorityCode, EditionId, FootprintCode } from "../model/code.js";
import { parseEditionId } from "../model/code.js";
import type { Facts, IndexedFacts } from "../model/facts.js";
import type { Detail, LayerName } from "../model/layer.js";
import type { LayerComparison } from "../model/layer-comparison.js";
import type { MeasuredPolygon } from "../model/measured-polygon.js";
import { editionBox } from "./edition-box.js";

/** One edition as the resolvers see it: its facts and what is made of them once. */
export interface EditionWorld {
  readonly facts: IndexedFacts;
  readonly dataVersion: string;
  readonly searchEntries: readonly SearchEntry[];
  /** Round all footprints and authorities, degrees; west is larger than east over the antimeridian. */
  readonly bbox: LonLatBox;
}

/** Everything that answers come from; made when a built file is opened, never changed. */
export interface World {
  readonly dataVersion: string;
  readonly defaultEdition: EditionWorld;
  readonly editions: ReadonlyMap<EditionId, EditionWorld>;
}

/** Where shapes come from. */
export interface ShapeSource {
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
export interface Measurer {
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
  compared(before: EditionId, after: EditionId, layer: LayerName): Promise<LayerComparison>;
  /** Ends what it started; nothing is asked of it afterwards. */
  close(): Promise<void>;
}

/** What every resolver is given. */
export interface Context {
  readonly world: World;
  readonly shapes: ShapeSource;
  readonly measurer: Measurer;
}

/** Makes the facts ready for answering. */
export function worldOf(facts: Facts): World {
  const editions = new Map(
    [...facts.editions].map(([id, edition]) => [
      id,
      {
        facts: edition,
        dataVersion: facts.dataVersion,
        searchEntries: searchEntries(edition),
        bbox: editionBox(edition),
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
export function editionNamed(world: World, id: string | null | undefined): EditionWorld {
  if (id === null || id === undefined) return world.defaultEdition;
  const edition = world.editions.get(parseEditionId(id));
  if (edition === undefined) {
    const known = [...world.editions.keys()].join(", ");
    throw new BadInputError(`there is no edition ${JSON.stringify(id)}; there are ${known}`);
  }
  return edition;
}
