// The thread that measures polygons which users send: none of them, however intricate, holds up other requests.
import { parentPort } from "node:worker_threads";
import { BoundaryError } from "../overlap/boundary-error.js";
import { checkedPolygon } from "../overlap/checked-polygon.js";
import { locatedPoints } from "../overlap/located-points.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import { polygonShares } from "../overlap/polygon-shares.js";
import type { MeasurePolygonTask, PolygonAnswers, PolygonTask } from "./polygon-task.js";
import { sharedLayer, sharedPoints } from "./shared-layer.js";
import { topologyAreas } from "./topology-areas.js";

parentPort?.on("message", (task: PolygonTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: PolygonTask): PolygonAnswers[PolygonTask["kind"]] {
  switch (task.kind) {
    case "PREPARE":
      return sharedLayer(measuredLayer(topologyAreas(task.topology, task.layer), task.plane));
    case "LOCATE":
      return sharedPoints(locatedPoints(task.layer, task.people));
    case "MEASURE":
      return measured(task);
  }
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
