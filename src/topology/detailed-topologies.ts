import type { Detail } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";
import { arcNetwork } from "./arc-network.js";
import { arcThinner } from "./arc-thinner.js";
import { latticeTopology } from "./lattice-topology.js";
import { planePositions } from "./plane-positions.js";
import { withoutEmptyArcs } from "./without-empty-arcs.js";

// Lattices in degrees, the one wanted first; 1e-6 is a tenth of a metre and what GeoJSON is written with.
const LOW_STEPS = [5e-5, 4e-5, 2.5e-5, 2e-5, 1e-5, 1e-6];
const MEDIUM_STEPS = [1e-5, 5e-6, 2e-6, 1e-6];
const FULL_STEPS = [1e-6, 1e-7];

// Points and drifts for a first look at a country on a slow line, and for a region that fills a screen. Rounding adds to
// the drift, at random: a tenth of it for the smallest council.
const LOW = { mostPoints: 12_000, mostDrift: 0.01 };
const MEDIUM = { mostPoints: 70_000, mostDrift: 0.0005 };

/**
 * A topology at every detail: the same areas on arcs with ever fewer points, each on a decimal lattice.
 *
 * Layers keep sharing their borders at each detail, since it is arcs that are thinned and moved. Edges that touch nowhere
 * but in their ends in what is given touch nowhere else at any detail, so valid areas stay valid; no ring is lost or
 * turned over; and no area grows or shrinks by more than 2 % (LOW) or 0.1 % (MEDIUM).
 */
export function detailedTopologies(given: LayerTopology): Readonly<Record<Detail, LayerTopology>> {
  const topology = withoutEmptyArcs(given);
  const network = arcNetwork(topology);
  const thinner = arcThinner(topology, network, { xy: planePositions(network.lonLat), weighing: "BY_SIZE" });
  const medium = thinner.thin(MEDIUM);
  const low = thinner.thin(LOW);
  return {
    LOW: latticeTopology(topology, { ...network, arcs: low }, LOW_STEPS),
    MEDIUM: latticeTopology(topology, { ...network, arcs: medium }, MEDIUM_STEPS),
    FULL: latticeTopology(topology, network, FULL_STEPS),
  };
}
