import type { PreparedLayer } from "../layer/prepared-layer.js";
import type { LocatedPoints } from "../location/point-index.js";
import type { VisitOrder } from "../location/walking-location.js";

type Numbers = Float64Array | Int32Array;

/** The same layer in memory that other threads can be given as it is; nothing of it is copied when it is sent. */
export function shareLayer(layer: PreparedLayer): PreparedLayer {
  const { arcs, segmentIndex } = layer;
  return {
    ...layer,
    areaM2: toShared(layer.areaM2),
    boxes: toShared(layer.boxes),
    box: toShared(layer.box),
    arcs: {
      count: arcs.count,
      firstPoint: toShared(arcs.firstPoint),
      left: toShared(arcs.left),
      right: toShared(arcs.right),
      xy: toShared(arcs.xy),
      vertex: toShared(arcs.vertex),
      lonLat: toShared(arcs.lonLat),
      integral: toShared(arcs.integral),
    },
    segmentIndex: {
      count: segmentIndex.count,
      arc: toShared(segmentIndex.arc),
      from: toShared(segmentIndex.from),
      to: toShared(segmentIndex.to),
      tree: {
        ...segmentIndex.tree,
        boxes: toShared(segmentIndex.tree.boxes),
        levelStart: toShared(segmentIndex.tree.levelStart),
      },
    },
    arcsOfArea: toShared(layer.arcsOfArea),
    arcStartOfArea: toShared(layer.arcStartOfArea),
    startXy: toShared(layer.startXy),
    startOrder: toShared(layer.startOrder),
  };
}

/** The same for a path through points. */
export function shareVisitOrder({ xy, order }: VisitOrder): VisitOrder {
  return { xy: toShared(xy), order: toShared(order) };
}

/** The same for points found in a layer. */
export function sharePoints({ index, populations, areaOfPoint }: LocatedPoints): LocatedPoints {
  const { path, tree } = index;
  return {
    index: {
      path: shareVisitOrder(path),
      tree: { ...tree, boxes: toShared(tree.boxes), levelStart: toShared(tree.levelStart) },
    },
    populations: toShared(populations),
    areaOfPoint: toShared(areaOfPoint),
  };
}

/** The same numbers in memory that other threads can be given; themselves where they are in such memory already. */
export function toShared<T extends Numbers>(numbers: T): T;
export function toShared(numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const buffer = new SharedArrayBuffer(numbers.byteLength);
  const copy = numbers instanceof Float64Array ? new Float64Array(buffer) : new Int32Array(buffer);
  copy.set(numbers);
  return copy;
}
