import { intAt } from "../geometry/element.js";
import { OUTSIDE } from "./border-sides.js";
import type { Chains } from "./chains.js";
import { indexedLayer, type MeasuredLayer } from "./measured-layer.js";

/** One area of a layer as a layer of its own, the area to the left of every chain. */
export function singleArea(layer: MeasuredLayer, area: number): MeasuredLayer {
  const { chains } = layer;
  const picked = layer.chainsOfArea.subarray(intAt(layer.firstOfArea, area), intAt(layer.firstOfArea, area + 1));
  const firstPoint = new Int32Array(picked.length + 1);
  picked.forEach((chain, i) => {
    firstPoint[i + 1] = intAt(firstPoint, i) + intAt(chains.firstPoint, chain + 1) - intAt(chains.firstPoint, chain);
  });
  const pointCount = intAt(firstPoint, picked.length);
  const own: Chains = {
    count: picked.length,
    firstPoint,
    left: new Int32Array(picked.length),
    right: new Int32Array(picked.length).fill(OUTSIDE),
    xy: new Float64Array(2 * pointCount),
    vertex: new Int32Array(pointCount),
    lonLat: chains.lonLat,
    integral: new Float64Array(pointCount),
  };
  picked.forEach((chain, i) => {
    copyChain(chains, chain, own, intAt(firstPoint, i), intAt(chains.left, chain) === area);
  });
  return indexedLayer(layer.plane, [layer.codes[area] ?? ""], layer.areaM2.slice(area, area + 1), own);
}

// Copies a chain, turned round where the area lies to its right, and integrates x dy anew about its new first point.
function copyChain(from: Chains, chain: number, to: Chains, start: number, isForward: boolean): void {
  const first = intAt(from.firstPoint, chain);
  const last = intAt(from.firstPoint, chain + 1) - 1;
  let sum = 0;
  for (let i = 0; i <= last - first; i++) {
    const source = 2 * (isForward ? first + i : last - i);
    const target = 2 * (start + i);
    to.xy.set(from.xy.subarray(source, source + 2), target);
    to.vertex[start + i] = intAt(from.vertex, source / 2);
    if (i > 0) {
      const [beforeX = 0, beforeY = 0, x = 0, y = 0] = to.xy.subarray(target - 2, target + 2);
      const [originX = 0] = to.xy.subarray(2 * start);
      sum += ((beforeX + x) / 2 - originX) * (y - beforeY);
    }
    to.integral[start + i] = sum;
  }
}
