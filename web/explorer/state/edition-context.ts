import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { EditionName } from "../data/overview.js";
import { FIRST_WORDS, type KindWords, kindWords } from "../parts/kind-words.js";
import type { Tier } from "./explorer-state.js";

/** What every component may need to know of the edition that is shown. */
export interface ShownEdition {
  readonly words: KindWords;
  /** null while it is on its way. */
  readonly edition: EditionName | null;
  /** Whether it knows how many people live where. */
  readonly hasPeople: boolean;
}

export const EditionContext = createContext<ShownEdition>({ words: FIRST_WORDS, edition: null, hasPeople: true });

/** An edition as components know it, on one of its tiers. */
export function shownEdition(edition: EditionName | null, tier: Tier): ShownEdition {
  const words = edition ? kindWords(edition, tier) : FIRST_WORDS;
  return { words, edition, hasPeople: edition === null || edition.populationBasis !== null };
}

/** The edition that is shown. */
export function useEdition(): ShownEdition {
  return useContext(EditionContext);
}

/** What its areas are called. */
export function useWords(): KindWords {
  return useEdition().words;
}
