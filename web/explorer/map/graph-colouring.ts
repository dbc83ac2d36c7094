import { IDENTITY_COLOURS } from "../format/colours.js";

/** Before the neighbours are known, or where no colours are needed. */
export const NO_COLOURS: ReadonlyMap<string, string> = new Map();

/** Greedy colouring: neighbours get different colours, and areas with most neighbours choose first. */
export function graphColouring(neighbours: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const byNeighbours = [...neighbours].toSorted(
    ([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1),
  );
  const chosen = new Map<string, string>();
  byNeighbours.forEach(([code, around], turn) => {
    const usedColours = new Set(around.map((neighbour) => chosen.get(neighbour)));
    const free = IDENTITY_COLOURS.filter((colour) => !usedColours.has(colour));
    // Rotating through the free colours uses all of them about equally.
    chosen.set(code, free[turn % Math.max(free.length, 1)] ?? IDENTITY_COLOURS[0] ?? "");
  });
  return chosen;
}
