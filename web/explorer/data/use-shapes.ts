import type { Tier } from "../state/explorer-state.js";
import type { Shapes } from "./shapes.js";
import { useApi } from "./use-answer.js";
import { type Loaded, useLoaded } from "./use-loaded.js";

interface Wanted {
  readonly edition: string;
  readonly tier: Tier;
}

/**
 * The shapes for a map: the low detail at once, finer ones when they are wanted and there.
 *
 * @param wanted null while it is not known what there is
 * @param isClose whether the map is so close that the low detail would show
 */
export function useShapes(wanted: Wanted | null, isClose: boolean): Loaded<Shapes> {
  const api = useApi();
  const key = wanted && `${wanted.edition} ${wanted.tier}`;
  const shapes = (detail: "LOW" | "MEDIUM") => () =>
    wanted ? api.shapes({ ...wanted, detail }) : Promise.reject(new Error("nothing to draw"));
  const low = useLoaded(key, shapes("LOW"));
  const medium = useLoaded(isClose ? key : null, shapes("MEDIUM"));
  return medium.status === "ready" ? medium : low;
}
