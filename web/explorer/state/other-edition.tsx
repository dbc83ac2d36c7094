import type { ComponentChildren } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { EditionName } from "../data/overview.js";
import { EditionContext, shownEdition } from "./edition-context.js";
import { meantState } from "./meant-state.js";
import { StateContext } from "./state-context.js";

interface OtherEditionProps {
  readonly edition: EditionName;
  readonly children: ComponentChildren;
}

/** Shows its children another edition than the page's, in the same state for the rest. */
export function OtherEdition({ edition, children }: OtherEditionProps) {
  const { asked, change } = useContext(StateContext);
  const context = useMemo(() => {
    const there = { ...asked, edition: edition.id, area: null };
    return { state: meantState(there, edition), asked: there, change };
  }, [asked, edition, change]);
  const shown = useMemo(() => shownEdition(edition, context.state.tier), [edition, context]);
  return (
    <StateContext.Provider value={context}>
      <EditionContext.Provider value={shown}>{children}</EditionContext.Provider>
    </StateContext.Provider>
  );
}
