import type { EditionId } from "../../model/code.js";
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

/**
 * Makes and compresses the large maps before anyone asks for them; they are then kept as what is asked for is. Compressing
 * runs on threads of its own, one map after another, and drawing one takes up to a tenth of a second.
 *
 * @param isEnough asked between two maps: true to stop
 */
export async function warmMaps(
  maps: MapsRoute,
  editionIds: Iterable<EditionId>,
  isEnough: () => boolean,
): Promise<void> {
  for (const editionId of editionIds) {
    for (const address of FIRST_ASKED) {
      if (isEnough()) return;
      const { body } = await maps.answer(new URL(`/maps/${editionId}/${address}`, "http://server.invalid"));
      await body.inCoding("br");
      await body.inCoding("gzip");
    }
  }
}
