import { type ClipWindow, edgeKey } from "./clip-window.js";
import type { PyramidLevel } from "./pyramid-level.js";
import { boxContains, boxesIntersect, type GridBox } from "./tile-grid.js";

/** Positions, x and y in turn. */
export type FlatLine = ArrayLike<number>;

/** A piece of an arc inside a box. */
export interface ArcPiece {
  readonly line: FlatLine;
  /** Whether it starts where the arc enters the box; else at the arc's start. */
  readonly isClippedAtStart: boolean;
  /** Whether it ends where the arc leaves the box; else at the arc's end. */
  readonly isClippedAtEnd: boolean;
}

/** The arcs of a grid, clipped to a box. */
export interface ClippedArcs {
  readonly box: GridBox;
  /** The arcs that may have pieces, in order. */
  readonly nearbyArcs: readonly number[];
  /** The pieces of an arc in order; none when it is outside the box. */
  pieces(arc: number): readonly ArcPiece[];
  /** Whether a line eastwards from the box's north-western corner crosses an arc an odd number of times. */
  isCrossedFromCorner(arc: number): boolean;
}

const NOTHING: readonly ArcPiece[] = [];

/** Clips arcs on demand, each once, for all areas that use it in either direction. */
export function clipArcs({ arcs, arcBoxes }: PyramidLevel, cut: ClipWindow): ClippedArcs {
  const { box, nearbyArcs } = cut;
  const piecesByArc = new Map<number, readonly ArcPiece[]>();
  const crossed = new Map<number, boolean>();
  const clipArc = (i: number): readonly ArcPiece[] => {
    const [line, lineBox] = [arcs[i], arcBoxes[i]];
    if (line === undefined || lineBox === undefined || !boxesIntersect(lineBox, box)) return NOTHING;
    return boxContains(box, lineBox)
      ? [{ line, isClippedAtStart: false, isClippedAtEnd: false }]
      : piecesOf(line, i, cut);
  };
  return {
    box,
    nearbyArcs,
    pieces: (i) => {
      const cached = piecesByArc.get(i);
      if (cached !== undefined) return cached;
      const pieces = clipArc(i);
      piecesByArc.set(i, pieces);
      return pieces;
    },
    isCrossedFromCorner: (i) => {
      const cached = crossed.get(i);
      if (cached !== undefined) return cached;
      const [line, lineBox] = [arcs[i], arcBoxes[i]];
      const isCrossed =
        line !== undefined && lineBox !== undefined && isCrossedEastOf(box.minX, box.minY, line, lineBox);
      crossed.set(i, isCrossed);
      return isCrossed;
    },
  };
}

function piecesOf(line: Int32Array, arc: number, { box, crossings }: ClipWindow): readonly ArcPiece[] {
  const { minX, minY, maxX, maxY } = box;
  const pieces: ArcPiece[] = [];
  let piece: number[] = [];
  let isClippedAtStart = false;
  let wasInside = false;
  for (let k = 0; k < line.length; k += 2) {
    const x = line[k] ?? 0;
    const y = line[k + 1] ?? 0;
    const isInside = x > minX && x < maxX && y > minY && y < maxY;
    if (k > 0 && isInside !== wasInside) {
      const crossing = crossings.get(edgeKey(arc, k / 2));
      if (crossing === undefined) throw new Error(`arc ${arc}: the edge to position ${k / 2} is cut nowhere`);
      if (isInside) {
        piece = [crossing.x, crossing.y];
        isClippedAtStart = true;
      } else {
        piece.push(crossing.x, crossing.y);
        pieces.push({ line: piece, isClippedAtStart, isClippedAtEnd: true });
      }
    }
    if (isInside) piece.push(x, y);
    wasInside = isInside;
  }
  if (wasInside) pieces.push({ line: piece, isClippedAtStart, isClippedAtEnd: false });
  return pieces;
}

function isCrossedEastOf(x: number, y: number, line: Int32Array, { minX, minY, maxX, maxY }: GridBox): boolean {
  if (maxX < x || maxY < y || minY > y) return false;
  const last = line.length - 2;
  // An arc that is all to the east is crossed with the same parity as the line between its ends.
  if (minX > x) return (line[1] ?? 0) > y !== (line[last + 1] ?? 0) > y;
  let isOdd = false;
  for (let k = 2; k <= last; k += 2) {
    const [ay, by] = [line[k - 1] ?? 0, line[k + 1] ?? 0];
    if (ay > y === by > y) continue;
    const [ax, bx] = [line[k - 2] ?? 0, line[k] ?? 0];
    if (ax + ((y - ay) / (by - ay)) * (bx - ax) > x) isOdd = !isOdd;
  }
  return isOdd;
}
