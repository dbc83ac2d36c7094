import type { ExplorerState } from "./explorer-state.js";

interface EditionName {
  readonly id: string;
  readonly title: string;
  readonly date: string;
}

/** Two editions beside each other on one map. */
export interface EditionsBeside {
  readonly older: EditionName;
  readonly newer: EditionName;
  /** The one that is not the state's own. */
  readonly other: EditionName;
  /** How much of the map's width the older one has, 0 to 1. */
  readonly share: number;
}

/** The oldest and the newest of some editions; null when there is only one. */
export function oldestAndNewest<Edition extends EditionName>(
  editions: readonly Edition[],
): readonly [Edition, Edition] | null {
  const byDate = editions.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const [oldest, newest] = [byDate[0], byDate.at(-1)];
  return oldest && newest && oldest !== newest ? [oldest, newest] : null;
}

/** The editions that the map shows beside each other; null when it shows one alone. */
export function editionsBeside(
  { view, edition, swipe }: Pick<ExplorerState, "view" | "edition" | "swipe">,
  editions: readonly EditionName[],
): EditionsBeside | null {
  const ends = oldestAndNewest(editions);
  const own = editions.find(({ id }) => id === edition);
  if (view !== "compare" || swipe === null || ends === null || !own) return null;
  const [oldest, newest] = ends;
  const other = own === newest ? oldest : newest;
  return own === newest
    ? { older: other, newer: own, other, share: swipe }
    : { older: own, newer: other, other, share: swipe };
}
