import type { MapLabel } from "./map-view-model.js";

/** A label with its position, in pixels from the map's top left corner. */
export interface PlacedLabel {
  readonly label: MapLabel;
  readonly xPx: number;
  readonly yPx: number;
}

/** The visible range of a map of a given width. */
export type VisibleRange = (widthPx: number) => readonly [fromPx: number, toPx: number];

interface Screen {
  readonly project: (centre: readonly [number, number]) => { readonly x: number; readonly y: number };
  readonly pxPerDegree: number;
  readonly fromPx: number;
  readonly toPx: number;
  readonly heightPx: number;
}

const CHARACTER_PX = { footprint: 6.7, council: 5.6 } as const; // mean width of a character
const LINE_PX = { footprint: 15, council: 13 } as const;
const LINE_CHARACTERS = 17;
const GAP_PX = 3;
const MIN_FIT = 0.9; // width of the area to width of the label

/** Greedy placement: a label must lie on the screen, fit its area and not overlap an earlier one. */
export function placeLabels(labels: readonly MapLabel[], screen: Screen): readonly PlacedLabel[] {
  const placed: { box: readonly [number, number, number, number]; at: PlacedLabel }[] = [];
  for (const label of labels) {
    const [halfWidth, halfHeight] = halfSizePx(label);
    const lonScale = Math.cos((label.centre[1] * Math.PI) / 180); // length of a degree of longitude to one of latitude
    const areaPx = Math.max(label.extent[0] * lonScale, label.extent[1]) * screen.pxPerDegree;
    if (areaPx < halfWidth * 2 * MIN_FIT) continue;

    const { x, y } = screen.project(label.centre);
    const box = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight] as const;
    if (box[0] < screen.fromPx || box[1] < 0 || box[2] > screen.toPx || box[3] > screen.heightPx) continue;
    if (placed.some(({ box: other }) => isOverlapping(box, other))) continue;
    placed.push({ box, at: { label, xPx: x, yPx: y } });
  }
  return placed.map(({ at }) => at);
}

/** A label's text in lines of a legible length, broken between words. */
export function labelLines(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function halfSizePx({ text, kind }: MapLabel): readonly [number, number] {
  const lines = labelLines(text);
  const longest = Math.max(...lines.map((line) => line.length));
  return [(longest * CHARACTER_PX[kind]) / 2 + GAP_PX, (lines.length * LINE_PX[kind]) / 2 + GAP_PX];
}

function isOverlapping(
  a: readonly [number, number, number, number],
  b: readonly [number, number, number, number],
): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
