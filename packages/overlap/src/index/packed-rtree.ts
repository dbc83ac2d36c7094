/** How many boxes share a parent. Tried 4, 8 and 16. */
const NODE_SIZE = 4;

/**
 * A tree of boxes over items of which neighbours in number are neighbours in place, as along a border: every four boxes
 * have one round them, four of those the next, up to a single root. Nothing has to be sorted.
 */
export interface PackedRtree {
  /** How many items there are; they are the first nodes. */
  readonly count: number;
  /** West, south, east, north of each node in turn: the items', then level by level up to the root's. */
  readonly boxes: Float64Array;
  /** The first node of each level, and after the last the number of nodes. */
  readonly levelStart: Int32Array;
}

/** How many nodes a tree over so many items has: what its boxes need room for. */
export function packedRtreeSize(count: number): number {
  return levelStarts(count).at(-1) ?? 0;
}

/** Builds the tree over items whose boxes are written at the beginning of an array with room for all nodes'. */
export function packedRtree(boxes: Float64Array, count: number): PackedRtree {
  const levelStart = Int32Array.from(levelStarts(count));
  for (let level = 1; level + 1 < levelStart.length; level++) {
    const below = levelStart[level - 1];
    const here = levelStart[level];
    for (let node = here; node < levelStart[level + 1]; node++) {
      const first = below + (node - here) * NODE_SIZE;
      const end = Math.min(first + NODE_SIZE, here);
      let west = boxes[4 * first];
      let south = boxes[4 * first + 1];
      let east = boxes[4 * first + 2];
      let north = boxes[4 * first + 3];
      for (let child = first + 1; child < end; child++) {
        west = Math.min(west, boxes[4 * child]);
        south = Math.min(south, boxes[4 * child + 1]);
        east = Math.max(east, boxes[4 * child + 2]);
        north = Math.max(north, boxes[4 * child + 3]);
      }
      boxes[4 * node] = west;
      boxes[4 * node + 1] = south;
      boxes[4 * node + 2] = east;
      boxes[4 * node + 3] = north;
    }
  }
  return { count, boxes, levelStart };
}

/** Writes the items whose boxes meet a box, sides counting, into a list, in order, and says how many they are. */
export function searchRtree(
  { count, boxes, levelStart }: PackedRtree,
  west: number,
  south: number,
  east: number,
  north: number,
  into: number[],
): number {
  if (count === 0) return 0;
  let foundCount = 0;
  let level = levelStart.length - 2;
  let node = levelStart[level];
  // Down where boxes meet, else on to the next sibling, or to that of the nearest parent that has one.
  for (;;) {
    if (
      boxes[4 * node] <= east &&
      boxes[4 * node + 2] >= west &&
      boxes[4 * node + 1] <= north &&
      boxes[4 * node + 3] >= south
    ) {
      if (level > 0) {
        const place = node - levelStart[level];
        level--;
        node = levelStart[level] + place * NODE_SIZE;
        continue;
      }
      into[foundCount++] = node;
    }
    for (;;) {
      const place = node - levelStart[level] + 1;
      if (place % NODE_SIZE !== 0 && node + 1 < levelStart[level + 1]) {
        node++;
        break;
      }
      level++;
      if (level + 1 >= levelStart.length) return foundCount;
      node = levelStart[level] + (((place - 1) / NODE_SIZE) | 0);
    }
  }
}

/**
 * Shows every two items, one of each tree, whose boxes meet, going down both trees at once. Only items of the first tree
 * from `from` up to but not `to` are shown; the order depends on the trees alone.
 */
export function forEachIntersectingPair(
  a: PackedRtree,
  b: PackedRtree,
  { from, to }: { readonly from: number; readonly to: number },
  visit: (itemA: number, itemB: number) => void,
): void {
  if (a.count === 0 || b.count === 0 || from >= to) return;
  const boxesA = a.boxes;
  const boxesB = b.boxes;
  // Items under a node of level n: four to the power of n, and so on from the node's place in its level.
  const descend = (levelA: number, nodeA: number, levelB: number, nodeB: number): void => {
    if (
      boxesA[4 * nodeA] > boxesB[4 * nodeB + 2] ||
      boxesA[4 * nodeA + 2] < boxesB[4 * nodeB] ||
      boxesA[4 * nodeA + 1] > boxesB[4 * nodeB + 3] ||
      boxesA[4 * nodeA + 3] < boxesB[4 * nodeB + 1]
    ) {
      return;
    }
    if (levelA === 0 && levelB === 0) {
      visit(nodeA, nodeB);
    } else if (levelA >= levelB) {
      const below = a.levelStart[levelA - 1];
      const first = below + (nodeA - a.levelStart[levelA]) * NODE_SIZE;
      const end = Math.min(first + NODE_SIZE, a.levelStart[levelA]);
      const width = NODE_SIZE ** (levelA - 1);
      for (let child = first; child < end; child++) {
        const item = (child - below) * width;
        if (item < to && item + width > from) descend(levelA - 1, child, levelB, nodeB);
      }
    } else {
      const first = b.levelStart[levelB - 1] + (nodeB - b.levelStart[levelB]) * NODE_SIZE;
      const end = Math.min(first + NODE_SIZE, b.levelStart[levelB]);
      for (let child = first; child < end; child++) descend(levelA, nodeA, levelB - 1, child);
    }
  };
  const topA = a.levelStart.length - 2;
  const topB = b.levelStart.length - 2;
  descend(topA, a.levelStart[topA], topB, b.levelStart[topB]);
}

function levelStarts(count: number): number[] {
  const starts = [0];
  for (let width = count; width > 0; width = width === 1 ? 0 : Math.ceil(width / NODE_SIZE)) {
    starts.push((starts.at(-1) ?? 0) + width);
  }
  return starts;
}
