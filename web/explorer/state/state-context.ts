import { createContext } from "preact";
import { type ExplorerState, INITIAL_STATE } from "./explorer-state.js";
import type { Change } from "./use-address-state.js";

interface PageState {
  /** The state as the edition can show it. */
  readonly state: ExplorerState;
  /** The state as the address has it: what links start from. */
  readonly asked: ExplorerState;
  readonly change: Change;
}

/** The page's state and how to change it, for every component. */
export const StateContext = createContext<PageState>({
  state: INITIAL_STATE,
  asked: INITIAL_STATE,
  change: () => {},
});
