import type { Tier } from "../state/explorer-state.js";
import type { Shapes } from "./shapes.js";
import { type AsyncState, useAsync } from "./use-async.js";
import { useApi } from "./use-query.js";

interface ShapesSelection {
  readonly edition: string;
  readonly tier: Tier;
}

/**
 * The shapes for a map: the low detail at once, finer ones when they are wanted and there.
 *
 * @param selection null while it is not known what there is
 * @param isClose whether the map is so close that the low detail would show
 */
export function useShapes(selection: ShapesSelection | null, isClose: boolean): AsyncState<Shapes> {
  const api = useApi();
  const key = selection && `${selection.edition} ${selection.tier}`;
  const shapes = (detail: "LOW" | "MEDIUM") => () =>
    selection ? api.shapes({ ...selection, detail }) : Promise.reject(new Error("nothing to draw"));
  const low = useAsync(key, shapes("LOW"));
  const medium = useAsync(isClose ? key : null, shapes("MEDIUM"));
  return medium.status === "ready" ? medium : low;
}
