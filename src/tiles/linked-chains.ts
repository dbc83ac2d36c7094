import type { GridBox } from "./tile-grid.js";

/** A border from where it comes into a box to where it leaves it, the area on its right: x and y in turn. */
export type Chain = readonly number[];

/**
 * Rings of the chains of one polygon: from where a chain leaves the box, clockwise along its sides to where the next one
 * comes in.
 *
 *      +--1>----+        1 comes in at the top and leaves at the right; from there
 *      |  '-.   |        the way leads by the lower right corner to 2, and from where
 *      |     '->|        2 leaves by the upper left corner to 1 again: one ring.
 *      |<--2----<
 *      +--------+
 */
export function linkedChains(chains: readonly Chain[], box: GridBox): (readonly number[])[] {
  const place = placeOn(box);
  const links = chains
    .map((chain) => ({
      chain,
      from: place(chain[0] ?? 0, chain[1] ?? 0),
      to: place(chain.at(-2) ?? 0, chain.at(-1) ?? 0),
      isDone: false,
    }))
    .sort((a, b) => a.from - b.from);
  const rings: number[][] = [];
  for (const first of links) {
    if (first.isDone) continue;
    const ring: number[] = [];
    for (let link = first; ; ) {
      link.isDone = true;
      for (const value of link.chain) ring.push(value);
      const { to } = link;
      const next = links.find(({ from }) => from > to) ?? links[0] ?? first;
      pushCorners(ring, { from: to, to: next.from, box });
      if (next === first || next.isDone) break;
      link = next;
    }
    rings.push(ring);
  }
  return rings;
}

/** How far along a box's sides a position on them lies, clockwise on the screen from the upper left corner. */
function placeOn({ minX, minY, maxX, maxY }: GridBox): (x: number, y: number) => number {
  const [width, height] = [maxX - minX, maxY - minY];
  return (x, y) => {
    if (y === minY) return x - minX;
    if (x === maxX) return width + y - minY;
    return y === maxY ? width + height + maxX - x : 2 * width + height + maxY - y;
  };
}

function pushCorners(
  ring: number[],
  { from, to, box }: { readonly from: number; readonly to: number; readonly box: GridBox },
): void {
  const { minX, minY, maxX, maxY } = box;
  const [width, height] = [maxX - minX, maxY - minY];
  const corners = [
    [0, minX, minY],
    [width, maxX, minY],
    [width + height, maxX, maxY],
    [2 * width + height, minX, maxY],
  ] as const;
  const isLater = to > from;
  for (const [place, x, y] of corners) if (place > from && (place < to || !isLater)) ring.push(x, y);
  if (!isLater) for (const [place, x, y] of corners) if (place < to) ring.push(x, y);
}
