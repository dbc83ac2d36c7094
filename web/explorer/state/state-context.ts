import { createContext } from "preact";
import { type ExplorerState, INITIAL_STATE } from "./explorer-state.js";
import type { Change } from "./use-address-state.js";

/** The page's state and how to change it, for every component. */
export const StateContext = createContext<{ readonly state: ExplorerState; readonly change: Change }>({
  state: INITIAL_STATE,
  change: () => {},
});
