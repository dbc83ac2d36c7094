import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { EditionSummary } from "../data/overview.js";
import { DEFAULT_WORDS, type KindWords, kindWords } from "../format/kind-words.js";
import { effectiveState } from "./effective-state.js";
import type { Tier } from "./explorer-state.js";
import { StateContext } from "./state-context.js";

/** The edition shown, for every component. */
export interface ActiveEdition {
  readonly words: KindWords;
  /** null while it loads. */
  readonly edition: EditionSummary | null;
  /** Whether it has population figures. */
  readonly hasPeople: boolean;
}

export const EditionContext = createContext<ActiveEdition>({ words: DEFAULT_WORDS, edition: null, hasPeople: true });

/** The context of an edition on one of its tiers. */
export function activeEdition(edition: EditionSummary | null, tier: Tier): ActiveEdition {
  const words = edition ? kindWords(edition, tier) : DEFAULT_WORDS;
  return { words, edition, hasPeople: edition === null || edition.populationBasis !== null };
}

/** The edition shown. */
export function useEdition(): ActiveEdition {
  return useContext(EditionContext);
}

interface EditionOverrideProps {
  readonly edition: EditionSummary;
  readonly children: ComponentChildren;
}

/** Gives its children another edition, in otherwise the same state. */
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
