import type { Tier } from "../state/explorer-state.js";
import type { Shapes } from "./shapes.js";
import { type AsyncState, useAsync } from "./use-async.js";
import { useApi } from "./use-query.js";

interface ShapesSelection {
  readonly edition: string;
  readonly tier: Tier;
}

/**
 * The shapes for a map: the low detail first, then the finer one where the map needs it.
 *
 * @param selection null while the edition's tiers are unknown
 * @param isClose whether the map is zoomed in so far that the low detail would show
 */
export function useShapes(selection: ShapesSelection | null, isClose: boolean): AsyncState<Shapes> {
  const api = useApi();
  const key = selection && `${selection.edition} ${selection.tier}`;
  const shapes = (detail: "LOW" | "MEDIUM") => () =>
    selection ? api.shapes({ ...selection, detail }) : Promise.reject(new Error("no selection"));
  const low = useAsync(key, shapes("LOW"));
  const medium = useAsync(isClose ? key : null, shapes("MEDIUM"));
  return medium.status === "ready" ? medium : low;
}
