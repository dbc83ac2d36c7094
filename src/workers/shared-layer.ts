import type { LocatedPoints } from "../overlap/located-points.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import type { PointPath } from "../overlap/walk.js";

type Numbers = Float64Array | Int32Array;

/** The same layer in memory that other threads can be given as it is; nothing of it is copied when it is sent. */
export function sharedLayer(layer: MeasuredLayer): MeasuredLayer {
  const { chains, links } = layer;
  return {
    ...layer,
    areaM2: shared(layer.areaM2),
    boxes: shared(layer.boxes),
    box: shared(layer.box),
    chains: {
      count: chains.count,
      firstPoint: shared(chains.firstPoint),
      left: shared(chains.left),
      right: shared(chains.right),
      xy: shared(chains.xy),
      vertex: shared(chains.vertex),
      lonLat: shared(chains.lonLat),
      integral: shared(chains.integral),
    },
    links: {
      count: links.count,
      chain: shared(links.chain),
      from: shared(links.from),
      to: shared(links.to),
      tree: { ...links.tree, boxes: shared(links.tree.boxes), levelStart: shared(links.tree.levelStart) },
    },
    chainsOfArea: shared(layer.chainsOfArea),
    firstOfArea: shared(layer.firstOfArea),
    startXy: shared(layer.startXy),
    startOrder: shared(layer.startOrder),
  };
}

/** The same for a path through points. */
export function sharedPath({ xy, order }: PointPath): PointPath {
  return { xy: shared(xy), order: shared(order) };
}

/** The same for points found in a layer. */
export function sharedPoints({ index, populations, areaOfPoint }: LocatedPoints): LocatedPoints {
  const { path, tree } = index;
  return {
    index: {
      path: sharedPath(path),
      tree: { ...tree, boxes: shared(tree.boxes), levelStart: shared(tree.levelStart) },
    },
    populations: shared(populations),
    areaOfPoint: shared(areaOfPoint),
  };
}

/** The same numbers in memory that other threads can be given; themselves where they are in such memory already. */
export function shared<T extends Numbers>(numbers: T): T;
export function shared(numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const buffer = new SharedArrayBuffer(numbers.byteLength);
  const copy = numbers instanceof Float64Array ? new Float64Array(buffer) : new Int32Array(buffer);
  copy.set(numbers);
  return copy;
}
