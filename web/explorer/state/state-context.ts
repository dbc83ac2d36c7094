import { createContext } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ExplorerState, INITIAL_STATE } from "./explorer-state.js";
import { formatUrlState, parseUrlState } from "./url-state.js";

interface PageState {
  /** The state, limited to what the edition has. */
  readonly state: ExplorerState;
  /** The state of the address, which links start from. */
  readonly requested: ExplorerState;
  readonly update: UpdateState;
}

/** The page's state and its setter, for every component. */
export const StateContext = createContext<PageState>({
  state: INITIAL_STATE,
  requested: INITIAL_STATE,
  update: () => {},
});

/** Whether a change adds an entry to the browser's history or replaces the current one. */
export type HistoryStep = "push" | "replace";
/** Changes part of the state. */
export type UpdateState = (changes: Partial<ExplorerState>, step?: HistoryStep) => void;

/** The state of the page's address, and its setter; back and forward change it too. */
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
