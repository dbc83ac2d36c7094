import { arcOfIndex } from "../arc-indices.js";
import type { ClippedArcs, FlatLine } from "./clip-arcs.js";
import type { GridPolygon, GridRing } from "./pyramid-level.js";
import { boxContains, boxesIntersect, type GridBox } from "./tile-grid.js";

/** A ring's positions, x and y in turn; the first is not repeated at the end. */
export type FlatRing = readonly number[];

/**
 * A polygon clipped to a box, as rings wound as before: every outer ring, followed by its holes.
 *
 * Borders that leave the box are joined along its sides, so parts that are connected only outside it become separate.
 */
export function clipPolygon({ rings, box: polygonBox }: GridPolygon, cut: ClippedArcs): readonly FlatRing[] {
  const { box } = cut;
  if (!boxesIntersect(polygonBox, box)) return [];
  const chains: ClippedLine[] = [];
  const outers: FlatRing[] = [];
  const holes: FlatRing[] = [];
  for (const [i, ring] of rings.entries()) {
    if (!boxesIntersect(ring.box, box)) continue;
    const clipped = clipRing(ring, cut);
    chains.push(...clipped.chains);
    if (clipped.closed !== null) (i === 0 ? outers : holes).push(clipped.closed);
  }
  if (chains.length > 0) outers.push(...closeClippedRings(chains, box));
  else if (outers.length === 0 && isWindowInside(rings, cut)) outers.push(cornersOf(box));

  const [only, ...others] = outers;
  if (only === undefined) return [];
  if (others.length === 0) return [only, ...holes];
  return outers.flatMap((outer) => [outer, ...holes.filter((hole) => isMostlyInside(hole, outer))]);
}

/** A ring clipped to a box: the whole ring, or chains from side to side. */
function clipRing(
  { arcs }: GridRing,
  cut: ClippedArcs,
): { readonly closed: FlatRing | null; readonly chains: ClippedLine[] } {
  const chains: ClippedLine[] = [];
  let chain: number[] | null = null;
  let head: number[] | null = null; // starts inside the box, at the ring's first position
  for (const index of arcs) {
    const pieces = cut.pieces(arcOfIndex(index));
    const isBack = index < 0;
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[isBack ? pieces.length - 1 - i : i];
      if (piece === undefined) continue;
      const [isClippedAtStart, isClippedAtEnd] = isBack
        ? [piece.isClippedAtEnd, piece.isClippedAtStart]
        : [piece.isClippedAtStart, piece.isClippedAtEnd];
      if (isClippedAtStart) chain = [];
      if (chain === null) {
        chain = [];
        head = chain;
      }
      append(chain, piece.line, isBack);
      if (!isClippedAtEnd) continue;
      if (chain !== head) chains.push(chain);
      chain = null;
    }
  }
  if (chain === null) return { closed: null, chains };
  if (chain === head) {
    chain.length -= 2; // the first position again
    return { closed: chain, chains };
  }
  append(chain, head ?? [], false);
  chains.push(chain);
  return { closed: null, chains };
}

/** Appends positions, without the first when the line already ends there. */
function append(line: number[], positions: FlatLine, isBack: boolean): void {
  const { length } = positions;
  const start = isBack ? length - 2 : 0;
  const follows = line.length > 0 && line.at(-2) === positions[start] && line.at(-1) === positions[start + 1];
  if (isBack) {
    for (let k = follows ? length - 4 : length - 2; k >= 0; k -= 2) line.push(positions[k] ?? 0, positions[k + 1] ?? 0);
  } else for (let k = follows ? 2 : 0; k < length; k++) line.push(positions[k] ?? 0);
}

/** Whether a polygon contains the box; none of its rings enters it. */
function isWindowInside(rings: readonly GridRing[], { box, isCrossedFromCorner }: ClippedArcs): boolean {
  let isInside = false;
  for (const ring of rings) {
    if (boxContains(box, ring.box)) continue;
    for (const index of ring.arcs) if (isCrossedFromCorner(arcOfIndex(index))) isInside = !isInside;
  }
  return isInside;
}

/** Clockwise on the screen. */
function cornersOf({ minX, minY, maxX, maxY }: GridBox): FlatRing {
  return [minX, minY, maxX, minY, maxX, maxY, minX, maxY];
}

/** Whether most positions of a ring are inside another; the two may touch. */
function isMostlyInside(ring: FlatRing, outer: FlatRing): boolean {
  let count = 0;
  for (let k = 0; k < ring.length; k += 2) if (isInside(ring[k] ?? 0, ring[k + 1] ?? 0, outer)) count++;
  return count > ring.length / 4;
}

function isInside(x: number, y: number, ring: FlatRing): boolean {
  let isInside = false;
  let [ax, ay] = [ring.at(-2) ?? 0, ring.at(-1) ?? 0];
  for (let k = 0; k < ring.length; k += 2) {
    const [bx, by] = [ring[k] ?? 0, ring[k + 1] ?? 0];
    if (ay > y !== by > y && ax + ((y - ay) / (by - ay)) * (bx - ax) > x) isInside = !isInside;
    [ax, ay] = [bx, by];
  }
  return isInside;
}

/** A border from where it enters a box to where it leaves, the area on its right: x and y in turn. */
export type ClippedLine = readonly number[];

/**
 * Closes the chains of one polygon into rings: from where a chain leaves the box, clockwise along its sides to where the
 * next one enters.
 *
 *      +--1>----+        1 enters at the top and leaves at the right; from there
 *      |  '-.   |        the ring goes by the lower right corner to 2, and from where
 *      |     '->|        2 leaves by the upper left corner to 1 again: one ring.
 *      |<--2----<
 *      +--------+
 */
export function closeClippedRings(chains: readonly ClippedLine[], box: GridBox): (readonly number[])[] {
  const place = perimeterPosition(box);
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

/** The distance of a position along a box's sides, clockwise on the screen from the upper left corner. */
function perimeterPosition({ minX, minY, maxX, maxY }: GridBox): (x: number, y: number) => number {
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
