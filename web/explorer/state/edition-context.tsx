import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { EditionSummary } from "../data/overview.js";
import { DEFAULT_WORDS, type KindWords, kindWords } from "../format/kind-words.js";
import { effectiveState } from "./effective-state.js";
import type { Tier } from "./explorer-state.js";
import { StateContext } from "./state-context.js";

/** What every component may need to know of the edition that is shown. */
export interface ActiveEdition {
  readonly words: KindWords;
  /** null while it is on its way. */
  readonly edition: EditionSummary | null;
  /** Whether it knows how many people live where. */
  readonly hasPeople: boolean;
}

export const EditionContext = createContext<ActiveEdition>({ words: DEFAULT_WORDS, edition: null, hasPeople: true });

/** An edition as components know it, on one of its tiers. */
export function activeEdition(edition: EditionSummary | null, tier: Tier): ActiveEdition {
  const words = edition ? kindWords(edition, tier) : DEFAULT_WORDS;
  return { words, edition, hasPeople: edition === null || edition.populationBasis !== null };
}

/** The edition that is shown. */
export function useEdition(): ActiveEdition {
  return useContext(EditionContext);
}

interface EditionOverrideProps {
  readonly edition: EditionSummary;
  readonly children: ComponentChildren;
}

/** Shows its children another edition than the page's, in the same state for the rest. */
export function EditionOverride({ edition, children }: EditionOverrideProps) {
  const { requested, update } = useContext(StateContext);
  const context = useMemo(() => {
    const otherState = { ...requested, edition: edition.id, area: null };
    return { state: effectiveState(otherState, edition), requested: otherState, update };
  }, [requested, edition, update]);
  const shown = useMemo(() => activeEdition(edition, context.state.tier), [edition, context]);
  return (
    <StateContext.Provider value={context}>
      <EditionContext.Provider value={shown}>{children}</EditionContext.Provider>
    </StateContext.Provider>
  );
}
