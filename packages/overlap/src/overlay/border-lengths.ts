import { OUTSIDE } from "../layer/arcs.js";
import type { PreparedLayer } from "../layer/prepared-layer.js";
import { scaleFactor } from "../projection/cylindrical-equal-area.js";

/** The border between two areas of a layer. */
export interface BorderLength {
  /** The lower index. */
  readonly a: number;
  readonly b: number;
  /** Length on the ellipsoid, metres. */
  readonly lengthM: number;
}

/**
 * The borders between the areas of one layer, sorted; areas that meet only in points have none.
 *
 * Only edges that both boundaries draw alike, vertex for vertex, are shared. Each edge is measured in the scale of its
 * middle: for edges up to 10 km long right to a millionth.
 */
export function borderLengths(layer: PreparedLayer): readonly BorderLength[] {
  const { arcs } = layer;
  const lengths = new Map<number, number>();
  for (let arc = 0; arc < arcs.count; arc++) {
    const left = arcs.left[arc];
    const right = arcs.right[arc];
    if (right === OUTSIDE) continue;
    const key = Math.min(left, right) * layer.codes.length + Math.max(left, right);
    lengths.set(key, (lengths.get(key) ?? 0) + arcLengthM(layer, arc));
  }
  return [...lengths]
    .sort(([p], [q]) => p - q)
    .map(([key, lengthM]) => ({ a: Math.floor(key / layer.codes.length), b: key % layer.codes.length, lengthM }));
}

function arcLengthM({ arcs, projection }: PreparedLayer, arc: number): number {
  const { xy, firstPoint } = arcs;
  const last = firstPoint[arc + 1] - 1;
  let lengthM = 0;
  for (let k = firstPoint[arc]; k < last; k++) {
    const south = xy[2 * k + 1];
    const north = xy[2 * k + 3];
    const scale = scaleFactor(projection, (south + north) / 2);
    lengthM += Math.hypot((xy[2 * k + 2] - xy[2 * k]) * scale, (north - south) / scale);
  }
  return lengthM;
}
