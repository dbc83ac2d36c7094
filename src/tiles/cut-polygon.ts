import { arcOfIndex } from "../topology/arc-rings.js";
import type { CutArcs, FlatLine } from "./cut-arcs.js";
import { type Chain, linkedChains } from "./linked-chains.js";
import { boxesMeet, boxHolds, type GridBox } from "./tile-grid.js";
import type { GridPolygon, GridRing } from "./zoom-grid.js";

/** A ring's positions, x and y in turn; the first is not repeated at the end. */
export type FlatRing = readonly number[];

/**
 * What a box holds of a polygon, as rings wound as they were: every outer one with its holes after it.
 *
 * Borders that leave the box are joined along its sides, so parts that hang together only outside it come out apart.
 */
export function cutPolygon({ rings, box: polygonBox }: GridPolygon, cut: CutArcs): readonly FlatRing[] {
  const { box } = cut;
  if (!boxesMeet(polygonBox, box)) return [];
  const chains: Chain[] = [];
  const outers: FlatRing[] = [];
  const holes: FlatRing[] = [];
  for (const [i, ring] of rings.entries()) {
    if (!boxesMeet(ring.box, box)) continue;
    const drawn = drawnRing(ring, cut);
    chains.push(...drawn.chains);
    if (drawn.closed !== null) (i === 0 ? outers : holes).push(drawn.closed);
  }
  if (chains.length > 0) outers.push(...linkedChains(chains, box));
  else if (outers.length === 0 && isAround(rings, cut)) outers.push(cornersOf(box));

  const [only, ...others] = outers;
  if (only === undefined) return [];
  if (others.length === 0) return [only, ...holes];
  return outers.flatMap((outer) => [outer, ...holes.filter((hole) => isMostlyIn(hole, outer))]);
}

/** What a box holds of a ring: all of it, or chains from side to side. */
function drawnRing({ arcs }: GridRing, cut: CutArcs): { readonly closed: FlatRing | null; readonly chains: Chain[] } {
  const chains: Chain[] = [];
  let chain: number[] | null = null;
  let head: number[] | null = null; // begins in the box, at the ring's first position
  for (const index of arcs) {
    const pieces = cut.pieces(arcOfIndex(index));
    const isBack = index < 0;
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[isBack ? pieces.length - 1 - i : i];
      if (piece === undefined) continue;
      const [isCutAtStart, isCutAtEnd] = isBack
        ? [piece.isCutAtEnd, piece.isCutAtStart]
        : [piece.isCutAtStart, piece.isCutAtEnd];
      if (isCutAtStart) chain = [];
      if (chain === null) {
        chain = [];
        head = chain;
      }
      append(chain, piece.line, isBack);
      if (!isCutAtEnd) continue;
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

/** Adds positions, the first of them left out when the line has come to it already. */
function append(line: number[], positions: FlatLine, isBack: boolean): void {
  const { length } = positions;
  const start = isBack ? length - 2 : 0;
  const follows = line.length > 0 && line.at(-2) === positions[start] && line.at(-1) === positions[start + 1];
  if (isBack) {
    for (let k = follows ? length - 4 : length - 2; k >= 0; k -= 2) line.push(positions[k] ?? 0, positions[k + 1] ?? 0);
  } else for (let k = follows ? 2 : 0; k < length; k++) line.push(positions[k] ?? 0);
}

/** Whether a polygon none of whose rings comes into a box has the box inside. */
function isAround(rings: readonly GridRing[], { box, isCrossedFromCorner }: CutArcs): boolean {
  let isIn = false;
  for (const ring of rings) {
    if (boxHolds(box, ring.box)) continue;
    for (const index of ring.arcs) if (isCrossedFromCorner(arcOfIndex(index))) isIn = !isIn;
  }
  return isIn;
}

/** Clockwise on the screen. */
function cornersOf({ minX, minY, maxX, maxY }: GridBox): FlatRing {
  return [minX, minY, maxX, minY, maxX, maxY, minX, maxY];
}

/** Whether most positions of a ring lie in another; the two may touch. */
function isMostlyIn(ring: FlatRing, outer: FlatRing): boolean {
  let count = 0;
  for (let k = 0; k < ring.length; k += 2) if (isIn(ring[k] ?? 0, ring[k + 1] ?? 0, outer)) count++;
  return count > ring.length / 4;
}

function isIn(x: number, y: number, ring: FlatRing): boolean {
  let isIn = false;
  let [ax, ay] = [ring.at(-2) ?? 0, ring.at(-1) ?? 0];
  for (let k = 0; k < ring.length; k += 2) {
    const [bx, by] = [ring[k] ?? 0, ring[k + 1] ?? 0];
    if (ay > y !== by > y && ax + ((y - ay) / (by - ay)) * (bx - ax) > x) isIn = !isIn;
    [ax, ay] = [bx, by];
  }
  return isIn;
}
