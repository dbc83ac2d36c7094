// The thread that measures polygons which users send: none of them, however intricate, holds up other requests.
import { parentPort } from "node:worker_threads";
import { areasAtPoints } from "../overlap/areas-at-points.js";
import { BoundaryError } from "../overlap/checked-boundary.js";
import { checkedPolygon } from "./checked-polygon.js";
import { polygonShares } from "./polygon-shares.js";
import type {
  LocateBlocksTask,
  LocatedBlocks,
  MeasurePolygonTask,
  PolygonAnswers,
  PolygonTask,
} from "./polygon-task.js";
import { shared, sharedLayer } from "./shared-layer.js";
import { topologyLayer } from "./topology-layer.js";

parentPort?.on("message", (task: PolygonTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: PolygonTask): PolygonAnswers[PolygonTask["kind"]] {
  switch (task.kind) {
    case "PREPARE":
      return sharedLayer(topologyLayer(task));
    case "LOCATE":
      return located(task);
    case "MEASURE":
      return measured(task);
  }
}

function located({ layer, blocks }: LocateBlocksTask): LocatedBlocks {
  const { lons, lats, populations } = blocks;
  const lonLats = new Float64Array(2 * lons.length);
  for (let i = 0; i < lons.length; i++) {
    lonLats[2 * i] = lons[i] ?? Number.NaN;
    lonLats[2 * i + 1] = lats[i] ?? Number.NaN;
  }
  return {
    blocks: { lons: shared(lons), lats: shared(lats), populations: shared(populations) },
    areaOfBlock: shared(areasAtPoints(layer, lonLats)),
  };
}

function measured({ boundary, layer, people }: MeasurePolygonTask): PolygonAnswers["MEASURE"] {
  try {
    return polygonShares(checkedPolygon(boundary, layer.plane), layer, people);
  } catch (error) {
    if (!(error instanceof BoundaryError)) throw error;
    const { feature, what, remedy } = error;
    return { feature, what, remedy };
  }
}
