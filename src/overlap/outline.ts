import { floatAt } from "../geometry/element.js";

/** Edges that follow each other are looked at in groups of so many, by their common box first. */
export const GROUP_SIZE = 8;

/** The edges of an outline, made ready for asking which is near, with room for what was found about the last point. */
export interface Outline {
  /** x, y of the start and x, y of the end of each edge in turn, plane metres. */
  readonly edges: Float64Array;
  readonly edgeCount: number;
  /** West, south, east, north of each group of edges in turn, plane metres. */
  readonly groupBoxes: Float64Array;
  /** Squared distance of each group from the point: of its nearest place where that was looked for, else of its box. */
  readonly groupSquares: Float64Array;
  /** Whether it was looked for. */
  readonly isMeasured: Uint8Array;
  /** That place, x and y from the point, metres. */
  readonly feet: Float64Array;
  /** The edge it lies on. */
  readonly footEdges: Int32Array;
  /** All groups. */
  readonly all: readonly number[];
}

/** Makes an outline ready. */
export function outlineOf(edges: Float64Array): Outline {
  const edgeCount = edges.length / 4;
  const groupCount = Math.ceil(edgeCount / GROUP_SIZE);
  return {
    edges,
    edgeCount,
    groupBoxes: groupBoxesOf(edges, groupCount),
    groupSquares: new Float64Array(groupCount),
    isMeasured: new Uint8Array(groupCount),
    feet: new Float64Array(2 * groupCount),
    footEdges: new Int32Array(groupCount),
    all: Array.from({ length: groupCount }, (_, group) => group),
  };
}

/** The edge after the last of a group. */
export function groupEnd({ edgeCount }: Outline, group: number): number {
  return Math.min((group + 1) * GROUP_SIZE, edgeCount);
}

function groupBoxesOf(edges: Float64Array, groupCount: number): Float64Array {
  const boxes = new Float64Array(4 * groupCount);
  for (let group = 0; group < groupCount; group++) {
    const first = 4 * GROUP_SIZE * group;
    const end = Math.min(first + 4 * GROUP_SIZE, edges.length);
    let west = floatAt(edges, first);
    let south = floatAt(edges, first + 1);
    let east = west;
    let north = south;
    for (let place = first; place < end; place += 2) {
      const x = floatAt(edges, place);
      const y = floatAt(edges, place + 1);
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    boxes[4 * group] = west;
    boxes[4 * group + 1] = south;
    boxes[4 * group + 2] = east;
    boxes[4 * group + 3] = north;
  }
  return boxes;
}
