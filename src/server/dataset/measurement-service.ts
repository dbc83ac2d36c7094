import type { LayerComparison, LocatedPoints, PopulationPoints, PreparedLayer } from "@coterminous/overlap";
import {
  BadInputError,
  type EqualAreaProjection,
  equalAreaProjection,
  locatePoint,
  NO_AREA,
  unionBbox,
} from "@coterminous/overlap";
import type { MeasurementService } from "../../api/context.js";
import type { Blocks } from "../../model/area.js";
import type { EditionId } from "../../model/code.js";
import type { Facts, IndexedFacts } from "../../model/facts.js";
import type { LayerName } from "../../model/layer.js";
import { memoizeAsync } from "../../store/memoize-async.js";
import type { Store } from "../../store/store.js";
import { openComparisonPool } from "../threads/comparisons.js";
import { openPolygonPool } from "../threads/polygons.js";

const MAX_WAIT_MS = 25_000; // clients and proxies give up after 30 s

/**
 * Measures against a store's layers, on threads that start with the first request.
 *
 * A layer and the blocks in it are prepared on first use and then cached.
 */
export function measurementService(store: Store, facts: Facts): MeasurementService {
  const polygons = openPolygonPool();
  const comparisons = openComparisonPool();
  const memoizeComparison = memoizeAsync<LayerComparison>();
  const memoizeLayer = memoizeAsync<PreparedLayer>();
  const memoizeBlocks = memoizeAsync<Blocks | null>();
  const memoizePeople = memoizeAsync<LocatedPoints | null>();

  const blocksOf = (editionId: EditionId) => memoizeBlocks(editionId, () => store.blocks(editionId));
  const layerOf = (editionId: EditionId, name: LayerName) =>
    memoizeLayer(`${editionId} ${name}`, async () => {
      const edition = facts.editions.get(editionId);
      const topology = await store.topologyText(editionId, "FULL");
      if (edition === undefined || topology === null) throw new Error(`there is no edition ${editionId} to measure`);
      return polygons.prepareLayer({ topology, layer: name, projection: editionProjection(edition) });
    });
  const peopleIn = (editionId: EditionId, name: LayerName) =>
    memoizePeople(`${editionId} ${name}`, async () => {
      const layer = await layerOf(editionId, name);
      const blocks = await blocksOf(editionId);
      return blocks === null ? null : polygons.locatePeople({ layer, people: populationPoints(blocks) });
    });

  const compareNow = async (before: EditionId, after: EditionId, layer: LayerName): Promise<LayerComparison> => {
    const [earlier, later] = [facts.editions.get(before), facts.editions.get(after)];
    const [from, to] = await Promise.all([store.topologyText(before, "FULL"), store.topologyText(after, "FULL")]);
    if (earlier === undefined || later === undefined || from === null || to === null) {
      throw new Error(`there is no edition ${before} or ${after} to compare`);
    }
    const blocks = await blocksOf(after);
    return comparisons.compare({
      before: from,
      after: to,
      layer,
      projection: commonProjection([earlier, later]),
      people: blocks === null ? null : populationPoints(blocks),
      minThicknessM: Math.max(earlier.edition.sliverToleranceM, later.edition.sliverToleranceM),
    });
  };

  return {
    compare: (before, after, layer) =>
      withTimeout(memoizeComparison(`${before} ${after} ${layer}`, () => compareNow(before, after, layer))),
    polygon: async (editionId, name, geometry) =>
      polygons.measure(geometry, await layerOf(editionId, name), await peopleIn(editionId, name)),
    codeAt: async (editionId, name, [lon, lat]) => {
      const layer = await layerOf(editionId, name);
      const area = locatePoint(layer, lon, lat);
      return area === NO_AREA ? null : (layer.codes[area] ?? null);
    },
    close: async () => {
      await comparisons.close();
      await polygons.close();
    },
  };
}

/** On timeout the comparison continues in the background, and its result is cached for the next request. */
function withTimeout(comparison: Promise<LayerComparison>): Promise<LayerComparison> {
  return new Promise((resolve, reject) => {
    AbortSignal.timeout(MAX_WAIT_MS).addEventListener("abort", () =>
      reject(new BadInputError("comparing these layers takes some minutes and is still under way; try again then")),
    );
    comparison.then(resolve, reject);
  });
}

function populationPoints({ lons, lats, populations }: Blocks): PopulationPoints {
  const lonLats = new Float64Array(2 * lons.length);
  lons.forEach((lon, i) => {
    lonLats[2 * i] = lon;
    lonLats[2 * i + 1] = lats[i] ?? Number.NaN;
  });
  return { lonLats, populations };
}

/** The projection in which the build measured an edition: that of the bbox of all its areas. */
export function editionProjection(facts: IndexedFacts): EqualAreaProjection {
  return commonProjection([facts]);
}

/** One projection for several editions. */
export function commonProjection(editions: readonly IndexedFacts[]): EqualAreaProjection {
  const areas = editions.flatMap(({ footprints, authorities, members }) => [...footprints, ...authorities, ...members]);
  return equalAreaProjection(unionBbox(areas.map(({ bbox }) => bbox)));
}
