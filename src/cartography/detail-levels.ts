import { equalAreaProjection, projectX, projectY } from "@coterminous/overlap";
import type { Detail } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { type ArcNetwork, arcNetwork } from "./arc-network.js";
import { removeZeroLengthArcs } from "./join-arcs.js";
import { arcSimplifier } from "./simplify-arcs.js";
import { snapToGrid } from "./snap-to-grid.js";
import { floatAt, intAt } from "./typed-array.js";

// Grid spacings in degrees, the preferred one first; 1e-6 is a tenth of a metre, the precision of GeoJSON.
const LOW_STEPS = [5e-5, 4e-5, 2.5e-5, 2e-5, 1e-5, 1e-6];
const MEDIUM_STEPS = [1e-5, 5e-6, 2e-6, 1e-6];
const FULL_STEPS = [1e-6, 1e-7];

// LOW is for a first view of a country on a slow line, MEDIUM for a region that fills a screen. Rounding changes areas
// further, at random: by a tenth of the limit for the smallest council.
const LOW = { maxPoints: 12_000, maxAreaChange: 0.01 };
const MEDIUM = { maxPoints: 70_000, maxAreaChange: 0.0005 };

/**
 * A topology at every detail: the same areas on arcs with fewer points, on a decimal grid.
 *
 * Arcs are simplified and moved, not areas, so layers still share their borders. Edges that touch only at their ends in
 * the input touch only there at every detail, so valid areas stay valid; no ring is lost or reversed; and no area grows
 * or shrinks by more than 2 % (LOW) or 0.1 % (MEDIUM).
 */
export function detailLevels(given: LayerTopology): Readonly<Record<Detail, LayerTopology>> {
  const topology = removeZeroLengthArcs(given);
  const network = arcNetwork(topology);
  const simplifier = arcSimplifier(topology, network, { xy: projectPositions(network.lonLat), weighting: "SIZE" });
  const medium = simplifier.simplify(MEDIUM);
  const low = simplifier.simplify(LOW);
  return {
    LOW: quantizeTopology(topology, { ...network, arcs: low }, LOW_STEPS),
    MEDIUM: quantizeTopology(topology, { ...network, arcs: medium }, MEDIUM_STEPS),
    FULL: quantizeTopology(topology, network, FULL_STEPS),
  };
}

/** Projects longitudes and latitudes to the equal-area plane of their bbox: x and y in turn, metres. */
export function projectPositions(lonLat: Float64Array): Float64Array {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lonLat.length; i += 2) {
    const [lon, lat] = [floatAt(lonLat, i), floatAt(lonLat, i + 1)];
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  const plane = equalAreaProjection(box);
  return lonLat.map((degrees, i) => (i % 2 === 0 ? projectX(plane, degrees) : projectY(plane, degrees)));
}

const FINEST_STEP_DEG = 1e-6;

/**
 * The same areas on arcs whose positions are multiples of a step, so that every format can write them exactly, with few
 * decimals.
 *
 * @param stepsDegrees spacings to try, each one over a whole number, the coarsest first; the first on which every vertex
 *   fits is taken, or else the last
 */
export function quantizeTopology(
  topology: LayerTopology,
  network: ArcNetwork,
  stepsDegrees: readonly number[],
): LayerTopology {
  const { columnRow, stepDegrees } = coarsestFittingGrid(network, stepsDegrees);
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

function coarsestFittingGrid(network: ArcNetwork, stepsDegrees: readonly number[]) {
  const [stepDegrees = FINEST_STEP_DEG, ...finer] = stepsDegrees;
  const placement = snapToGrid(network, Math.round(1 / stepDegrees));
  if (placement.unresolvedCount > 0 && finer.length > 0) return coarsestFittingGrid(network, finer);
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
