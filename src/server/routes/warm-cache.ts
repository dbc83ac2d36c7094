import type { EditionId } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { MapsRoute } from "./maps.js";

/** Delay between the start of a server and warming: a first page is likely drawn by then. */
export const WARM_AFTER_MS = 5_000;

/** The maps of an edition that clients request first: the examples of docs/maps.md, and the largest. */
const WARM_ON_START: readonly string[] = [
  "all.topojson?detail=low",
  "all.topojson",
  "footprints.geojson?detail=low",
  "footprints.geojson",
  "upper-tier.geojson",
  "lower-tier.geojson",
];

/** Above this number of authorities only the first maps of a page are prepared: the others take seconds to render. */
const MAX_AREAS_FULLY_WARMED = 5_000;
const WARM_ON_START_LARGE = WARM_ON_START.filter((address) => address.startsWith("footprints"));

/**
 * Renders and compresses the large maps before the first request for them. Compression runs on its own threads, one map at
 * a time; rendering a small map takes up to 0.1 s.
 *
 * @param shouldStop checked between two maps
 */
export async function warmCache(
  maps: MapsRoute,
  editions: ReadonlyMap<EditionId, { readonly facts: IndexedFacts }>,
  shouldStop: () => boolean,
): Promise<void> {
  for (const [editionId, { facts }] of editions) {
    for (const address of facts.authorities.length > MAX_AREAS_FULLY_WARMED ? WARM_ON_START_LARGE : WARM_ON_START) {
      if (shouldStop()) return;
      const url = new URL(`/maps/${editionId}/${address}`, "http://server.invalid");
      const { body } = await maps.handle(url);
      await body.encode("br");
      await body.encode("gzip");
    }
  }
}
