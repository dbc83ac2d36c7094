// The second thread: does the tasks that come and answers each, in order.
import { parentPort } from "node:worker_threads";
import { type PreparedLayer, prepareLayerFromCoordinates } from "../layer/prepared-layer.js";
import { locatePointsInOrder } from "../location/locate-points.js";
import type { OverlayResults, OverlayTask } from "./protocol.js";
import { claimSlices } from "./protocol.js";
import { shareLayer, toShared } from "./shared-buffers.js";

let layer: PreparedLayer | null = null;

parentPort?.on("message", (task: OverlayTask) => parentPort?.postMessage(runTask(task)));

function runTask(task: OverlayTask): OverlayResults[OverlayTask["kind"]] {
  switch (task.kind) {
    case "PREPARE":
      layer = shareLayer(prepareLayerFromCoordinates(task.coordinates, task.codes, task.projection));
      return layer;
    case "LOCATE":
      if (layer === null) throw new Error("no layer has been made ready to locate points in");
      return toShared(locatePointsInOrder(layer, task.path));
    case "MEASURE":
      return claimSlices(task.a, task.b, task.nextSlice);
  }
}
