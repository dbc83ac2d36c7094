import type { Topology } from "topojson-specification";
import type { Tier } from "../state/explorer-state.js";
import { useApi } from "./use-answer.js";
import { type Loaded, useLoaded } from "./use-loaded.js";

interface Wanted {
  readonly edition: string;
  readonly tier: Tier;
  /** Whether the map is so close that the low detail would show. */
  readonly isClose: boolean;
}

/** The shapes for a map: the low detail at once, finer ones when they are wanted and there. */
export function useTopology({ edition, tier, isClose }: Wanted): Loaded<Topology> {
  const api = useApi();
  const key = `${edition} ${tier}`;
  const low = useLoaded(key, () => api.topology({ edition, tier, detail: "LOW" }));
  const medium = useLoaded(isClose ? key : null, () => api.topology({ edition, tier, detail: "MEDIUM" }));
  return medium.status === "ready" ? medium : low;
}
