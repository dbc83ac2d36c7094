import { useContext, useEffect, useMemo, useRef } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { valueOrNull } from "../data/use-async.js";
import { useOverview } from "../data/use-overview.js";
import { useShapes } from "../data/use-shapes.js";
import type { SwipedEditions } from "../state/compared-editions.js";
import { effectiveState } from "../state/effective-state.js";
import { StateContext } from "../state/state-context.js";
import type { ExplorerMap, Snapshot } from "./explorer-map.js";
import { NO_COLOURS } from "./graph-colouring.js";
import type { VisibleRange } from "./label-collision.js";
import type { ScreenPoint } from "./map-events.js";
import { mapViewModel } from "./map-view-model.js";
import { useExplorerMap } from "./use-explorer-map.js";

/** The map of the other edition, once loaded. */
export interface SwipeState {
  readonly map: ExplorerMap;
  readonly overview: Overview;
}

interface SwipeProps {
  readonly base: ExplorerMap;
  readonly pair: SwipedEditions;
  readonly isClose: boolean;
  readonly onSwiped: (swiped: SwipeState | null) => void;
  readonly onFailure: (error: Error) => void;
}

const HANDLE_PX = 44; // as in style/swipe.css

/** Another edition over part of the map, with a movable divider: the older on the left, the newer on the right. */
export function Swipe({ base, pair, isClose, onSwiped, onFailure }: SwipeProps) {
  const { requested, update } = useContext(StateContext);
  const { newer, other, share, olderLabel, newerLabel } = pair;
  const otherState = useMemo(
    () => effectiveState({ ...requested, edition: other.id, area: null }, other),
    [requested, other],
  );
  const { view, tier, weight, colouring, redrawn } = otherState;
  const overview = valueOrNull(useOverview(otherState));
  const shapes = valueOrNull(useShapes(otherState, isClose));
  const viewModel = useMemo(() => {
    const data = { overview, identity: NO_COLOURS, divided: null, redrawn: null, customArea: null };
    return overview && mapViewModel({ view, tier, weight, colouring, redrawn, area: null }, { ...data, overview });
  }, [view, tier, weight, colouring, redrawn, overview]);
  const container = useRef<HTMLDivElement>(null);
  const map = useExplorerMap(container, {
    ...{ title: other.title, reader: null, shapes, viewModel, onFailure },
    onReady: () => {},
  });
  useEffect(() => map?.follow(base), [map, base]);
  const isRight = other === newer;
  useEffect(() => {
    const beforeDivider: VisibleRange = (widthPx) => [0, dividerPx(share, widthPx)];
    const afterDivider: VisibleRange = (widthPx) => [dividerPx(share, widthPx), widthPx];
    base.labelOnly(isRight ? beforeDivider : afterDivider);
    map?.labelOnly(isRight ? afterDivider : beforeDivider);
  }, [base, map, share, isRight]);
  useEffect(() => () => base.labelOnly((widthPx) => [0, widthPx]), [base]);
  useEffect(() => onSwiped(map && overview && { map, overview }), [map, overview, onSwiped]);
  useEffect(() => () => onSwiped(null), [onSwiped]);

  const percentOlder = Math.round(share * 100);
  return (
    <div class={isRight ? "swipe" : "swipe other-left"} style={{ "--share": share }}>
      <div class="map-beside" ref={container} aria-hidden="true" />
      <span class="swipe-year older">{olderLabel}</span>
      <span class="swipe-year newer">{newerLabel}</span>
      <span class="swipe-line" />
      <input
        class="swipe-handle"
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={share}
        aria-label={`How much of the map shows ${olderLabel}`}
        aria-valuetext={`${percentOlder}%, the rest shows ${newerLabel}`}
        onInput={({ currentTarget }) => update({ swipe: Number(currentTarget.value) }, "replace")}
      />
    </div>
  );
}

/** Whether a point on the map lies on the other edition's side of the divider. */
export function isOnOtherSide(
  { xPx }: Pick<ScreenPoint, "xPx">,
  { share, other, newer }: SwipedEditions,
  widthPx: number,
): boolean {
  return xPx > dividerPx(share, widthPx) === (other === newer);
}

/** The divider's distance from the left edge of the map; its handle stays on the map. */
export function dividerPx(share: number, widthPx: number): number {
  return HANDLE_PX / 2 + (widthPx - HANDLE_PX) * share;
}

/** A snapshot of the two maps as the reader sees them. */
export async function snapshotSwipe(base: ExplorerMap, other: ExplorerMap, pair: SwipedEditions): Promise<Snapshot> {
  const [under, over] = [await base.snapshot(), await other.snapshot()];
  const { canvas } = under;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser has no 2D canvas");
  const widthPx = base.map.getContainer().clientWidth;
  const line = (dividerPx(pair.share, widthPx) / widthPx) * canvas.width;
  const [left, right] = pair.other === pair.newer ? [line, canvas.width] : [0, line];

  if (right > left)
    pen.drawImage(over.canvas, left, 0, right - left, canvas.height, left, 0, right - left, canvas.height);
  pen.fillRect(line - devicePixelRatio, 0, 2 * devicePixelRatio, canvas.height);
  return { canvas, labels: [...under.labels, ...over.labels] };
}
