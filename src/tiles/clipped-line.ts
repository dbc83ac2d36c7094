import { boxesMeet, boxHolds, type GridBox } from "./tile-grid.js";

/** Pieces of a line of positions, x and y in turn, that lie in a box; cut on the grid. None for a line that misses it. */
export function clippedLine(line: Int32Array, lineBox: GridBox, box: GridBox): (readonly number[])[] {
  if (line.length < 4 || !boxesMeet(lineBox, box)) return [];
  if (boxHolds(box, lineBox)) return [[...line]];
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let k = 2; k < line.length; k += 2) {
    const cut = clippedSegment([line[k - 2] ?? 0, line[k - 1] ?? 0, line[k] ?? 0, line[k + 1] ?? 0], box);
    if (cut === null) continue;
    const [ax, ay, bx, by] = cut;
    if (piece.at(-2) !== ax || piece.at(-1) !== ay) {
      piece = [ax, ay];
      pieces.push(piece);
    }
    if (ax !== bx || ay !== by) piece.push(bx, by);
  }
  return pieces.filter(({ length }) => length >= 4);
}

type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/**
 * The part of a segment inside a box; null for none.
 *
 * @see Y.-D. Liang, B. A. Barsky, "A new concept and method for line clipping" (1984)
 */
function clippedSegment([ax, ay, bx, by]: Segment, { minX, minY, maxX, maxY }: GridBox): Segment | null {
  const [dx, dy] = [bx - ax, by - ay];
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, ax - minX],
    [dx, maxX - ax],
    [-dy, ay - minY],
    [dy, maxY - ay],
  ] as const;
  for (const [outwards, room] of sides) {
    if (outwards === 0 && room < 0) return null;
    if (outwards < 0) enter = Math.max(enter, room / outwards);
    if (outwards > 0) leave = Math.min(leave, room / outwards);
  }
  if (enter > leave) return null;
  const at = (t: number): readonly [number, number] => [Math.round(ax + t * dx), Math.round(ay + t * dy)];
  return [...(enter === 0 ? ([ax, ay] as const) : at(enter)), ...(leave === 1 ? ([bx, by] as const) : at(leave))];
}
