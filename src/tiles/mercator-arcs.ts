import { transform } from "topojson-client";
import { presimplify } from "topojson-simplify";
import { type ArcRing, arcOfIndex } from "../formats/arc-rings.js";
import type { LayerTopology } from "../model/topology.js";
import { mercatorX, mercatorY } from "./tile-grid.js";

/** An arc in the web map's square, with how much each point matters; parallel arrays. */
export interface MercatorArc {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Visvalingam's triangle in the square's own unit squared; Infinity at both ends. */
  readonly weights: Float64Array;
}

/**
 * A topology's arcs in the web map's square, every point weighed.
 *
 * @see M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points" (1993)
 */
export function mercatorArcs(topology: LayerTopology): readonly MercatorArc[] {
  const toDegrees = transform(topology.transform ?? null);
  const arcs = topology.arcs.map((arc) =>
    arc.map((position, i) => {
      const [lon = Number.NaN, lat = Number.NaN] = toDegrees(position, i > 0);
      return [mercatorX(lon), mercatorY(lat)];
    }),
  );
  const weighed = presimplify({ type: "Topology", objects: {}, arcs });
  return weighed.arcs.map((arc: readonly (readonly number[])[]) => ({
    xs: Float64Array.from(arc, ([x = Number.NaN]) => x),
    ys: Float64Array.from(arc, ([, y = Number.NaN]) => y),
    weights: Float64Array.from(arc, ([, , weight = Infinity]) => weight),
  }));
}

/** Twice the signed area of a ring in the web map's square; positive when clockwise on the screen, as y runs south. */
export function twiceMercatorArea(ring: ArcRing, arcs: readonly MercatorArc[]): number {
  const first = arcs[arcOfIndex(ring[0] ?? 0)];
  const [originX = 0, originY = 0] = [first?.xs[0], first?.ys[0]];
  let twiceArea = 0;
  for (const index of ring) {
    const { xs, ys } = arcs[arcOfIndex(index)] ?? { xs: [], ys: [] };
    let sum = 0;
    for (let k = 1; k < xs.length; k++) {
      const [ax, ay] = [(xs[k - 1] ?? 0) - originX, (ys[k - 1] ?? 0) - originY];
      const [bx, by] = [(xs[k] ?? 0) - originX, (ys[k] ?? 0) - originY];
      sum += ax * by - bx * ay;
    }
    twiceArea += index < 0 ? -sum : sum;
  }
  return twiceArea;
}
