import { floatAt, intAt } from "../geometry/element.js";
import type { LayerTopology } from "../model/topology.js";
import type { ArcNetwork } from "./arc-network.js";
import { latticePlacement } from "./lattice-placement.js";

const FINEST_STEP = 1e-6;

/**
 * The same areas on arcs whose positions are multiples of a step, so that they can be written with few decimals and mean
 * the same in every format.
 *
 * @param stepsDegrees spacings to try, each one over a whole number, the coarsest first; the first on which every vertex
 *   finds a place is taken, and the last one come what may
 */
export function latticeTopology(
  topology: LayerTopology,
  network: ArcNetwork,
  stepsDegrees: readonly number[],
): LayerTopology {
  const { columnRow, stepDegrees } = firstFitting(network, stepsDegrees);
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const arc of network.arcs) {
    for (const vertex of arc) {
      const [column, row] = [floatAt(columnRow, 2 * vertex), floatAt(columnRow, 2 * vertex + 1)];
      box[0] = Math.min(box[0], column);
      box[1] = Math.min(box[1], row);
      box[2] = Math.max(box[2], column);
      box[3] = Math.max(box[3], row);
    }
  }
  const stepsPerDegree = Math.round(1 / stepDegrees);
  const [west, south, east, north] = box.map((steps) => steps / stepsPerDegree) as [number, number, number, number];
  return {
    type: "Topology",
    bbox: [west, south, east, north],
    transform: { scale: [stepDegrees, stepDegrees], translate: [west, south] },
    objects: topology.objects,
    arcs: network.arcs.map((arc) => deltas(arc, columnRow, box)),
  };
}

function firstFitting(network: ArcNetwork, stepsDegrees: readonly number[]) {
  const [stepDegrees = FINEST_STEP, ...finer] = stepsDegrees;
  const placement = latticePlacement(network, Math.round(1 / stepDegrees));
  if (placement.forcedCount > 0 && finer.length > 0) return firstFitting(network, finer);
  return { ...placement, stepDegrees };
}

function deltas(arc: Int32Array, columnRow: Float64Array, [west, south]: readonly number[]): number[][] {
  let [column, row] = [west ?? 0, south ?? 0];
  return Array.from(arc, (_, k) => {
    const vertex = intAt(arc, k);
    const [nextColumn, nextRow] = [floatAt(columnRow, 2 * vertex), floatAt(columnRow, 2 * vertex + 1)];
    const delta = [nextColumn - column, nextRow - row];
    [column, row] = [nextColumn, nextRow];
    return delta;
  });
}
