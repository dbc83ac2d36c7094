import type { EditionsBeside } from "../state/editions-beside.js";
import type { ExplorerMap, Snapshot } from "./explorer-map.js";
import { lineAtPx } from "./swipe.js";

/** The picture of two maps beside each other as the reader sees them. */
export async function swipedSnapshot(base: ExplorerMap, other: ExplorerMap, beside: EditionsBeside): Promise<Snapshot> {
  const [under, over] = [await base.snapshot(), await other.snapshot()];
  const { canvas } = under;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser gives no 2D canvas");
  const widthPx = base.map.getContainer().clientWidth;
  const line = (lineAtPx(beside.share, widthPx) / widthPx) * canvas.width;
  const [left, right] = beside.other === beside.newer ? [line, canvas.width] : [0, line];

  if (right > left)
    pen.drawImage(over.canvas, left, 0, right - left, canvas.height, left, 0, right - left, canvas.height);
  pen.fillRect(line - devicePixelRatio, 0, 2 * devicePixelRatio, canvas.height);
  return { canvas, labels: [...under.labels, ...over.labels] };
}
