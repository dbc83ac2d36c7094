// The thread that measures polygons which users send: none of them, however intricate, holds up other requests.
import { parentPort } from "node:worker_threads";
import {
  locatePopulationPoints,
  measurePolygon,
  PolygonError,
  prepareLayer,
  validatePolygon,
} from "@coterminous/overlap";
import { shareLayer, sharePoints } from "@coterminous/overlap/parallel";
import { decodeLayer } from "../../cartography/decode-topology.js";
import type { MeasurePolygonTask, PolygonAnswers, PolygonTask } from "./polygons.js";

parentPort?.on("message", (task: PolygonTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: PolygonTask): PolygonAnswers[PolygonTask["kind"]] {
  switch (task.kind) {
    case "PREPARE":
      return shareLayer(prepareLayer(decodeLayer(task.topology, task.layer), task.projection));
    case "LOCATE":
      return sharePoints(locatePopulationPoints(task.layer, task.people));
    case "MEASURE":
      return measure(task);
  }
}

function measure({ boundary, layer, people }: MeasurePolygonTask): PolygonAnswers["MEASURE"] {
  try {
    return measurePolygon(validatePolygon(boundary, layer.projection), layer, people);
  } catch (error) {
    if (!(error instanceof PolygonError)) throw error;
    const { feature, what, remedy } = error;
    return { feature, what, remedy };
  }
}
