import { floatAt, intAt } from "../geometry/element.js";
import { eastwardScale } from "../geometry/equal-area-plane.js";
import { OUTSIDE } from "./border-sides.js";
import type { MeasuredLayer } from "./measured-layer.js";

/** The border between two areas of a layer. */
export interface SharedBorder {
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
export function sharedBorders(layer: MeasuredLayer): readonly SharedBorder[] {
  const { chains } = layer;
  const lengths = new Map<number, number>();
  for (let chain = 0; chain < chains.count; chain++) {
    const left = intAt(chains.left, chain);
    const right = intAt(chains.right, chain);
    if (right === OUTSIDE) continue;
    const key = Math.min(left, right) * layer.codes.length + Math.max(left, right);
    lengths.set(key, (lengths.get(key) ?? 0) + chainLengthM(layer, chain));
  }
  return [...lengths]
    .sort(([p], [q]) => p - q)
    .map(([key, lengthM]) => ({ a: Math.floor(key / layer.codes.length), b: key % layer.codes.length, lengthM }));
}

function chainLengthM({ chains, plane }: MeasuredLayer, chain: number): number {
  const { xy, firstPoint } = chains;
  const last = intAt(firstPoint, chain + 1) - 1;
  let lengthM = 0;
  for (let k = intAt(firstPoint, chain); k < last; k++) {
    const south = floatAt(xy, 2 * k + 1);
    const north = floatAt(xy, 2 * k + 3);
    const scale = eastwardScale(plane, (south + north) / 2);
    lengthM += Math.hypot((floatAt(xy, 2 * k + 2) - floatAt(xy, 2 * k)) * scale, (north - south) / scale);
  }
  return lengthM;
}
