import type { EditionSummary } from "../data/overview.js";
import { yearOf } from "../data/selectors.js";
import { bboxesIntersect } from "../map/bbox.js";
import type { ExplorerState } from "./explorer-state.js";

/** Two editions to compare. */
export interface EditionPair {
  readonly older: EditionSummary;
  readonly newer: EditionSummary;
  /** The one that is not the state's edition. */
  readonly other: EditionSummary;
  /** Short labels: the years, or the ids where the years are the same. */
  readonly olderLabel: string;
  readonly newerLabel: string;
  /** Whether their bboxes intersect: otherwise there is nothing to compare. */
  readonly meet: boolean;
}

/** Two editions side by side on one map. */
export interface SwipedEditions extends EditionPair {
  /** Share of the map's width for the older one, 0 to 1. */
  readonly share: number;
}

/**
 * The state's edition and the one to compare it with, the older first. That is the requested one, otherwise the first
 * whose bbox intersects, otherwise the first. null when there is no other.
 */
export function editionPair(
  { edition, other: requested }: Pick<ExplorerState, "edition" | "other">,
  editions: readonly EditionSummary[],
): EditionPair | null {
  const own = editions.find(({ id }) => id === edition);
  const others = editions.filter(({ id }) => id !== edition);
  if (!own) return null;
  const other =
    others.find(({ id }) => id === requested) ??
    others.find(({ bbox }) => bboxesIntersect(bbox, own.bbox)) ??
    others[0];
  if (!other) return null;
  const isOwnOlder = own.date === other.date ? editions.indexOf(own) < editions.indexOf(other) : own.date < other.date;
  const [older, newer] = isOwnOlder ? [own, other] : [other, own];
  const years = [older, newer].map(yearOf);
  const [olderLabel = older.id, newerLabel = newer.id] = years[0] === years[1] ? [] : years;
  return { older, newer, other, olderLabel, newerLabel, meet: bboxesIntersect(own.bbox, other.bbox) };
}

/** The editions that the map shows side by side; null when it shows one. */
export function swipeEditions(
  state: Pick<ExplorerState, "view" | "edition" | "other" | "swipe">,
  editions: readonly EditionSummary[],
): SwipedEditions | null {
  if (state.view !== "compare" || state.swipe === null) return null;
  const compared = editionPair(state, editions);
  return compared?.meet ? { ...compared, share: state.swipe } : null;
}
