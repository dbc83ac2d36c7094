// The second thread: does the tasks that come and answers each, in order.
import { parentPort } from "node:worker_threads";
import { areasOnPath } from "../overlap/areas-at-points.js";
import { layerOfPositions, type MeasuredLayer } from "../overlap/measured-layer.js";
import type { OverlapAnswers, OverlapTask } from "./overlap-task.js";
import { shared, sharedLayer } from "./shared-layer.js";
import { takenSlices } from "./taken-slices.js";

let layer: MeasuredLayer | null = null;

parentPort?.on("message", (task: OverlapTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: OverlapTask): OverlapAnswers[OverlapTask["kind"]] {
  switch (task.kind) {
    case "PREPARE":
      layer = sharedLayer(layerOfPositions(task.positions, task.codes, task.plane));
      return layer;
    case "LOCATE":
      if (layer === null) throw new Error("no layer has been made ready to locate points in");
      return shared(areasOnPath(layer, task.path));
    case "MEASURE":
      return takenSlices(task.a, task.b, task.taken);
  }
}
