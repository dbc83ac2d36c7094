import Flatbush from "flatbush";
import { segmentsIntersect } from "../../packages/overlap/src/predicates/orientation.js";

type Line = readonly (readonly number[])[];

/** How many pairs of edges of lines touch elsewhere than in an end that both have. */
export function countTouchingEdges(lines: readonly Line[]): number {
  const edges = lines.flatMap((line) =>
    line.slice(1).map(([bx = 0, by = 0], k) => [line[k]?.[0] ?? 0, line[k]?.[1] ?? 0, bx, by] as const),
  );
  const tree = new Flatbush(edges.length);
  for (const [ax, ay, bx, by] of edges) {
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  let contacts = 0;
  edges.forEach((edge, i) => {
    const [ax, ay, bx, by] = edge;
    tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (j) => {
      const other = edges[j];
      if (j > i && other !== undefined && segmentsIntersect(edge, other) && !meetOnlyAtEnd(edge, other)) contacts++;
      return false;
    });
  });
  return contacts;
}

type Edge = readonly [number, number, number, number];

// One end in common, and neither of the others on the other edge.
function meetOnlyAtEnd(p: Edge, q: Edge): boolean {
  for (const [px, py, ox, oy] of [p, reverse(p)]) {
    for (const [qx, qy, rx, ry] of [q, reverse(q)]) {
      if (px === qx && py === qy)
        return !segmentsIntersect([ox, oy, ox, oy], q) && !segmentsIntersect([rx, ry, rx, ry], p);
    }
  }
  return false;
}

function reverse([ax, ay, bx, by]: Edge): Edge {
  return [bx, by, ax, ay];
}
