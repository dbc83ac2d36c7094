import type { EditionId } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Coordinator } from "../cluster/coordinator.js";
import type { MapsRoute } from "./maps.js";

/** The maps of an edition that clients begin with: docs/maps.md's, and what they weigh most for. */
const WARM_ON_START: readonly string[] = [
  "all.topojson?detail=low",
  "all.topojson",
  "footprints.geojson?detail=low",
  "footprints.geojson",
  "upper-tier.geojson",
  "lower-tier.geojson",
];

/** Of an edition of more areas than this only what a page begins with is made: its other maps take seconds to draw. */
const MAX_AREAS_FULLY_WARMED = 5_000;
const WARM_ON_START_LARGE = WARM_ON_START.filter((address) => address.startsWith("footprints"));

/** How maps are made before anyone asks for them. */
interface WarmingOptions extends Pick<Coordinator, "exclusive"> {
  /** Asked between two maps: true to stop. */
  readonly shouldStop: () => boolean;
}

/**
 * Makes and compresses the large maps before anyone asks for them; they are then kept as what is asked for is. Compressing
 * runs on threads of its own, one map after another, and drawing a small one takes up to a tenth of a second.
 * Of several processes one makes a map at a time, so that there is always one with nothing but requests to see to.
 */
export async function warmCache(
  maps: MapsRoute,
  editions: ReadonlyMap<EditionId, { readonly facts: IndexedFacts }>,
  { shouldStop, exclusive }: WarmingOptions,
): Promise<void> {
  for (const [editionId, { facts }] of editions) {
    for (const address of facts.authorities.length > MAX_AREAS_FULLY_WARMED ? WARM_ON_START_LARGE : WARM_ON_START) {
      if (shouldStop()) return;
      const url = new URL(`/maps/${editionId}/${address}`, "http://server.invalid");
      await exclusive(async () => {
        const { body } = await maps.handle(url);
        await body.encode("br");
        await body.encode("gzip");
      });
    }
  }
}
