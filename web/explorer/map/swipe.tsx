import { useContext, useEffect, useMemo, useRef } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { loadedValue } from "../data/use-loaded.js";
import { useOverview } from "../data/use-overview.js";
import { useShapes } from "../data/use-shapes.js";
import type { EditionsBeside } from "../state/editions-beside.js";
import { meantState } from "../state/meant-state.js";
import { StateContext } from "../state/state-context.js";
import type { ExplorerMap } from "./explorer-map.js";
import type { SeenPart } from "./label-boxes.js";
import { pictureOf } from "./picture-of.js";
import type { Place } from "./reader.js";
import { useExplorerMap } from "./use-explorer-map.js";

/** The map of the other edition, once it is there. */
export interface Swiped {
  readonly map: ExplorerMap;
  readonly overview: Overview;
}

interface SwipeProps {
  readonly base: ExplorerMap;
  readonly beside: EditionsBeside;
  readonly isClose: boolean;
  readonly onSwiped: (swiped: Swiped | null) => void;
  readonly onFailure: (error: Error) => void;
}

const NO_COLOURS: ReadonlyMap<string, string> = new Map();
const HANDLE_PX = 44; // style/swipe.css has it too

/** Another edition over part of the map, and a line between the two that moves: the older left, the newer right. */
export function Swipe({ base, beside, isClose, onSwiped, onFailure }: SwipeProps) {
  const { asked, change } = useContext(StateContext);
  const { newer, other, share, olderLabel, newerLabel } = beside;
  const shown = useMemo(() => meantState({ ...asked, edition: other.id, area: null }, other), [asked, other]);
  const { view, tier, weight, colouring, redrawn } = shown;
  const overview = loadedValue(useOverview(shown));
  const shapes = loadedValue(useShapes(shown, isClose));
  const picture = useMemo(() => {
    const data = { overview, identity: NO_COLOURS, divided: null, redrawn: null, ownArea: null };
    return overview && pictureOf({ view, tier, weight, colouring, redrawn, area: null }, { ...data, overview });
  }, [view, tier, weight, colouring, redrawn, overview]);
  const container = useRef<HTMLDivElement>(null);
  const map = useExplorerMap(container, {
    ...{ title: other.title, reader: null, shapes, picture, onFailure },
    onReady: () => {},
  });
  useEffect(() => map?.follow(base), [map, base]);
  const isRight = other === newer;
  useEffect(() => {
    const left: SeenPart = (widthPx) => [0, lineAtPx(share, widthPx)];
    const right: SeenPart = (widthPx) => [lineAtPx(share, widthPx), widthPx];
    base.labelOnly(isRight ? left : right);
    map?.labelOnly(isRight ? right : left);
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
        onInput={({ currentTarget }) => change({ swipe: Number(currentTarget.value) }, "replace")}
      />
    </div>
  );
}

/** Whether a place on the map lies on the other edition's side of the line. */
export function isOnOther(
  { xPx }: Pick<Place, "xPx">,
  { share, other, newer }: EditionsBeside,
  widthPx: number,
): boolean {
  return xPx > lineAtPx(share, widthPx) === (other === newer);
}

/** Where the line is, from the map's left: it goes as far as its handle can. */
export function lineAtPx(share: number, widthPx: number): number {
  return HANDLE_PX / 2 + (widthPx - HANDLE_PX) * share;
}
