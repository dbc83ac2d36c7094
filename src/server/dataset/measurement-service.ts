import { setTimeout } from "node:timers/promises";
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
import type { Store } from "../../store/store.js";
import { openComparisonPool } from "../threads/comparisons.js";
import { openPolygonThread } from "../threads/polygons.js";
import { memoizeAsync } from "./memoize-async.js";

const MAX_WAIT_MS = 25_000; // clients and proxies give up after half a minute

/**
 * Measures against a store's layers, on a thread that starts with the first question.
 *
 * A layer, and the blocks in it, are made ready when first asked for and then kept.
 */
export function measurementService(store: Store, facts: Facts): MeasurementService {
  const thread = openPolygonThread();
  const comparisons = openComparisonPool();
  const memoizeComparison = memoizeAsync<LayerComparison>();
  const memoizeLayer = memoizeAsync<PreparedLayer>();
  const memoizeBlocks = memoizeAsync<Blocks | null>();
  const memoizePeople = memoizeAsync<LocatedPoints | null>();

  const layerOf = (editionId: EditionId, name: LayerName) =>
    memoizeLayer(`${editionId} ${name}`, async () => {
      const edition = facts.editions.get(editionId);
      const topology = await store.topologyText(editionId, "FULL");
      if (edition === undefined || topology === null) throw new Error(`there is no edition ${editionId} to measure`);
      return thread.prepareLayer({ topology, layer: name, projection: editionProjection(edition) });
    });
  const peopleIn = (editionId: EditionId, name: LayerName) =>
    memoizePeople(`${editionId} ${name}`, async () => {
      const layer = await layerOf(editionId, name);
      const blocks = await memoizeBlocks(editionId, () => store.blocks(editionId));
      return blocks === null ? null : thread.locatePeople({ layer, people: peopleAtPoints(blocks) });
    });

  const compareNow = async (before: EditionId, after: EditionId, layer: LayerName): Promise<LayerComparison> => {
    const [earlier, later] = [facts.editions.get(before), facts.editions.get(after)];
    const [from, to] = await Promise.all([store.topologyText(before, "FULL"), store.topologyText(after, "FULL")]);
    if (earlier === undefined || later === undefined || from === null || to === null) {
      throw new Error(`there is no edition ${before} or ${after} to compare`);
    }
    const projection = commonProjection([earlier, later]);
    const blocks = await memoizeBlocks(after, () => store.blocks(after));
    return comparisons.compare({
      before: from,
      after: to,
      layer,
      projection,
      people: blocks === null ? null : peopleAtPoints(blocks),
      minThicknessM: Math.max(earlier.edition.sliverToleranceM, later.edition.sliverToleranceM),
    });
  };

  return {
    compare: (before, after, layer) =>
      withTimeout(memoizeComparison(`${before} ${after} ${layer}`, () => compareNow(before, after, layer))),
    polygon: async (editionId, name, geometry) =>
      thread.measure(geometry, await layerOf(editionId, name), await peopleIn(editionId, name)),
    codeAt: async (editionId, name, [lon, lat]) => {
      const layer = await layerOf(editionId, name);
      const area = locatePoint(layer, lon, lat);
      return area === NO_AREA ? null : (layer.codes[area] ?? null);
    },
    close: async () => {
      await comparisons.close();
      await thread.close();
    },
  };
}

/** What takes long goes on being measured and is kept; whoever asks then has it at once. */
async function withTimeout(comparison: Promise<LayerComparison>): Promise<LayerComparison> {
  const alarm = new AbortController();
  const late = setTimeout(MAX_WAIT_MS, null, { signal: alarm.signal });
  late.catch(() => undefined);
  const found = await Promise.race([comparison, late]).finally(() => alarm.abort());
  if (found !== null) return found;
  throw new BadInputError("these layers are still being compared, which takes some minutes; ask again then");
}

function peopleAtPoints({ lons, lats, populations }: Blocks): PopulationPoints {
  const lonLats = new Float64Array(2 * lons.length);
  lons.forEach((lon, i) => {
    lonLats[2 * i] = lon;
    lonLats[2 * i + 1] = lats[i] ?? Number.NaN;
  });
  return { lonLats, populations };
}

/** The plane that an edition was measured in: that of the box around all its areas. */
export function editionProjection(facts: IndexedFacts): EqualAreaProjection {
  return commonProjection([facts]);
}

/** One plane for several editions. */
export function commonProjection(editions: readonly IndexedFacts[]): EqualAreaProjection {
  const areas = editions.flatMap(({ footprints, authorities, members }) => [...footprints, ...authorities, ...members]);
  return equalAreaProjection(unionBbox(areas.map(({ bbox }) => bbox)));
}
