import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { addressOf, stateFromAddress } from "./address.js";
import type { ExplorerState } from "./explorer-state.js";

/** How a change enters the browser's history: as a step to go back to, or in place of the present one. */
export type HistoryStep = "push" | "replace";
/** Changes some of the state. */
export type Change = (changed: Partial<ExplorerState>, step?: HistoryStep) => void;

/** The state that the page's address holds, and how to change it; back and forward change it too. */
export function useAddressState(): readonly [ExplorerState, Change] {
  const [state, setState] = useState(() => stateFromAddress(location.search));
  const latest = useRef(state);

  useEffect(() => {
    const follow = () => {
      latest.current = stateFromAddress(location.search);
      setState(latest.current);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);

  const change = useCallback<Change>((changed, step = "push") => {
    latest.current = { ...latest.current, ...changed };
    const address = location.pathname + addressOf(latest.current);
    if (address !== location.pathname + location.search) {
      if (step === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    setState(latest.current);
  }, []);
  return [state, change];
}
