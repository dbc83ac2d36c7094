import { createContext } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ExplorerState, INITIAL_STATE } from "./explorer-state.js";
import { formatUrlState, parseUrlState } from "./url-state.js";

interface PageState {
  /** The state as the edition can show it. */
  readonly state: ExplorerState;
  /** The state as the address has it: what links start from. */
  readonly requested: ExplorerState;
  readonly update: UpdateState;
}

/** The page's state and how to change it, for every component. */
export const StateContext = createContext<PageState>({
  state: INITIAL_STATE,
  requested: INITIAL_STATE,
  update: () => {},
});

/** How a change enters the browser's history: as a step to go back to, or in place of the present one. */
export type HistoryStep = "push" | "replace";
/** Changes some of the state. */
export type UpdateState = (changes: Partial<ExplorerState>, step?: HistoryStep) => void;

/** The state that the page's address holds, and how to change it; back and forward change it too. */
export function useUrlState(): readonly [ExplorerState, UpdateState] {
  const [state, setState] = useState(() => parseUrlState(location.search));
  const latest = useRef(state);

  useEffect(() => {
    const follow = () => {
      latest.current = parseUrlState(location.search);
      setState(latest.current);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  const update = useCallback<UpdateState>((changes, step = "push") => {
    latest.current = { ...latest.current, ...changes };
    const url = location.pathname + formatUrlState(latest.current);
    if (url !== location.pathname + location.search) {
      if (step === "push") history.pushState(null, "", url);
      else history.replaceState(null, "", url);
    }
    setState(latest.current);
  }, []);
  return [state, update];
}
