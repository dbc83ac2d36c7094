/**
 * Which areas of a layer a position lies in, and how often: normally one, once. Where areas overlap there are several;
 * while edges are being crossed counts may be negative for a moment.
 */
export interface Cell {
  readonly areas: number[];
  readonly counts: number[];
}

/** A position outside everything. */
export function emptyCell(): Cell {
  return { areas: [], counts: [] };
}

/** Changes how often the position lies in an area. */
export function addToCell({ areas, counts }: Cell, area: number, change: number): void {
  const place = areas.indexOf(area);
  if (place === -1) {
    areas.push(area);
    counts.push(change);
    return;
  }
  const count = (counts[place] as number) + change;
  if (count !== 0) {
    counts[place] = count;
    return;
  }
  const lastArea = areas.pop() as number;
  const lastCount = counts.pop() as number;
  if (place === areas.length) return;
  areas[place] = lastArea;
  counts[place] = lastCount;
}
