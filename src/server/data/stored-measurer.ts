import { setTimeout } from "node:timers/promises";
import type { Measurer } from "../../graphql/world.js";
import { BadInputError } from "../../model/bad-input-error.js";
import type { Blocks } from "../../model/blocks.js";
import type { EditionId } from "../../model/code.js";
import type { Facts } from "../../model/facts.js";
import type { LayerName } from "../../model/layer.js";
import type { LayerComparison } from "../../model/layer-comparison.js";
import { areaAtPoint, IN_NONE } from "../../overlap/areas-at-points.js";
import type { LocatedPoints, PeopleAtPoints } from "../../overlap/located-points.js";
import type { MeasuredLayer } from "../../overlap/measured-layer.js";
import type { Store } from "../../store/store.js";
import { openComparisons } from "../../workers/comparison-threads.js";
import { openPolygonThread } from "../../workers/polygon-thread.js";
import { keptPromises } from "../caches/kept-promises.js";
import { editionPlane, planeOfEditions } from "./edition-plane.js";

const MOST_WAITING_MS = 25_000; // clients and proxies give up after half a minute

/**
 * Measures against a store's layers, on a thread that starts with the first question.
 *
 * A layer, and the blocks in it, are made ready when first asked for and then kept.
 */
export function storedMeasurer(store: Store, facts: Facts): Measurer {
  const thread = openPolygonThread();
  const comparisons = openComparisons();
  const keptComparisons = keptPromises<LayerComparison>();
  const keptLayers = keptPromises<MeasuredLayer>();
  const keptBlocks = keptPromises<Blocks | null>();
  const keptPeople = keptPromises<LocatedPoints | null>();

  const layerOf = (editionId: EditionId, name: LayerName) =>
    keptLayers(`${editionId} ${name}`, async () => {
      const edition = facts.editions.get(editionId);
      const topology = await store.topologyText(editionId, "FULL");
      if (edition === undefined || topology === null) throw new Error(`there is no edition ${editionId} to measure`);
      return thread.prepared({ topology, layer: name, plane: editionPlane(edition) });
    });
  const peopleIn = (editionId: EditionId, name: LayerName) =>
    keptPeople(`${editionId} ${name}`, async () => {
      const layer = await layerOf(editionId, name);
      const blocks = await keptBlocks(editionId, () => store.blocks(editionId));
      return blocks === null ? null : thread.located({ layer, people: peopleAtPoints(blocks) });
    });

  const compareNow = async (before: EditionId, after: EditionId, layer: LayerName): Promise<LayerComparison> => {
    const [earlier, later] = [facts.editions.get(before), facts.editions.get(after)];
    const [from, to] = await Promise.all([store.topologyText(before, "FULL"), store.topologyText(after, "FULL")]);
    if (earlier === undefined || later === undefined || from === null || to === null) {
      throw new Error(`there is no edition ${before} or ${after} to compare`);
    }
    const plane = planeOfEditions([earlier, later]);
    const blocks = await keptBlocks(after, () => store.blocks(after));
    return comparisons.compared({
      before: from,
      after: to,
      layer,
      plane,
      people: blocks === null ? null : peopleAtPoints(blocks),
      leastThicknessM: Math.max(earlier.edition.sliverToleranceM, later.edition.sliverToleranceM),
    });
  };

  return {
    compared: (before, after, layer) =>
      notForever(keptComparisons(`${before} ${after} ${layer}`, () => compareNow(before, after, layer))),
    polygon: async (editionId, name, geometry) =>
      thread.measured(geometry, await layerOf(editionId, name), await peopleIn(editionId, name)),
    codeAt: async (editionId, name, [lon, lat]) => {
      const layer = await layerOf(editionId, name);
      const area = areaAtPoint(layer, lon, lat);
      return area === IN_NONE ? null : (layer.codes[area] ?? null);
    },
    close: async () => {
      await comparisons.close();
      await thread.close();
    },
  };
}

/** What takes long goes on being measured and is kept; whoever asks then has it at once. */
async function notForever(comparison: Promise<LayerComparison>): Promise<LayerComparison> {
  const alarm = new AbortController();
  const late = setTimeout(MOST_WAITING_MS, null, { signal: alarm.signal });
  late.catch(() => undefined);
  const found = await Promise.race([comparison, late]).finally(() => alarm.abort());
  if (found !== null) return found;
  throw new BadInputError("these layers are still being compared, which takes some minutes; ask again then");
}

function peopleAtPoints({ lons, lats, populations }: Blocks): PeopleAtPoints {
  const lonLats = new Float64Array(2 * lons.length);
  lons.forEach((lon, i) => {
    lonLats[2 * i] = lon;
    lonLats[2 * i + 1] = lats[i] ?? Number.NaN;
  });
  return { lonLats, populations };
}
