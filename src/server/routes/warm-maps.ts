import type { EditionId } from "../../model/code.js";
import type { IndexedFacts } from "../../model/facts.js";
import type { Peers } from "../peers.js";
import type { MapsRoute } from "./maps-route.js";

/** The maps of an edition that clients begin with: docs/maps.md's, and what they weigh most for. */
const FIRST_ASKED: readonly string[] = [
  "all.topojson?detail=low",
  "all.topojson",
  "footprints.geojson?detail=low",
  "footprints.geojson",
  "upper-tier.geojson",
  "lower-tier.geojson",
];

/** Of an edition of more areas than this only what a page begins with is made: its other maps take seconds to draw. */
const MOST_AREAS = 5_000;
const FIRST_OF_LARGE = FIRST_ASKED.filter((address) => address.startsWith("footprints"));

/** How maps are made before anyone asks for them. */
interface WarmingOptions extends Pick<Peers, "alone"> {
  /** Asked between two maps: true to stop. */
  readonly isEnough: () => boolean;
}

/**
 * Makes and compresses the large maps before anyone asks for them; they are then kept as what is asked for is. Compressing
 * runs on threads of its own, one map after another, and drawing a small one takes up to a tenth of a second.
 * Of several processes one makes a map at a time, so that there is always one with nothing but requests to see to.
 */
export async function warmMaps(
  maps: MapsRoute,
  editions: ReadonlyMap<EditionId, { readonly facts: IndexedFacts }>,
  { isEnough, alone }: WarmingOptions,
): Promise<void> {
  for (const [editionId, { facts }] of editions) {
    for (const address of facts.authorities.length > MOST_AREAS ? FIRST_OF_LARGE : FIRST_ASKED) {
      if (isEnough()) return;
      const url = new URL(`/maps/${editionId}/${address}`, "http://server.invalid");
      await alone(async () => {
        const { body } = await maps.answer(url);
        await body.inCoding("br");
        await body.inCoding("gzip");
      });
    }
  }
}
