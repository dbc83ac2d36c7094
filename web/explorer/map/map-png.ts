import type { LegendEntry } from "../format/legend-entries.js";
import type { Snapshot } from "./explorer-map.js";
import { labelLines } from "./label-collision.js";

/** The text and colours round the map in an exported image. */
export interface MapFrame {
  readonly title: string;
  readonly key: readonly LegendEntry[];
  readonly attribution: string;
  readonly paper: string;
  readonly ink: string;
}

const HEADER_PX = 54;
const FOOTER_PX = 34;
const FONT = "system-ui, sans-serif";

/** An image for a report: title, map with labels, key and attribution. */
export async function mapPng({ canvas: map, labels }: Snapshot, frame: MapFrame): Promise<Blob> {
  const scale = devicePixelRatio;
  const page = document.createElement("canvas");
  page.width = map.width;
  page.height = map.height + (HEADER_PX + FOOTER_PX) * scale;
  const pen = page.getContext("2d");
  if (!pen) throw new Error("this browser has no 2D canvas");

  pen.fillStyle = frame.paper;
  pen.fillRect(0, 0, page.width, page.height);
  pen.drawImage(map, 0, HEADER_PX * scale);
  pen.scale(scale, scale);
  pen.textBaseline = "middle";
  const widthPx = page.width / scale;
  drawText(pen, frame.title, { x: 16, y: HEADER_PX / 2, font: `600 20px ${FONT}`, colour: frame.ink, widthPx });
  drawText(pen, frame.attribution, {
    x: 16,
    y: page.height / scale - FOOTER_PX / 2,
    font: `10px ${FONT}`,
    colour: frame.ink,
    widthPx,
  });

  pen.textAlign = "center";
  for (const { label, xPx, yPx } of labels) {
    const lines = labelLines(label.text);
    const isFootprint = label.kind === "footprint";
    pen.font = isFootprint ? `600 12px ${FONT}` : `italic 11px ${FONT}`;
    lines.forEach((line, i) => {
      const y = HEADER_PX + yPx + (i - (lines.length - 1) / 2) * 15;
      pen.lineWidth = 3;
      pen.strokeStyle = "rgb(255 255 255 / 85%)";
      pen.strokeText(line, xPx, y);
      pen.fillStyle = "#14202e";
      pen.fillText(line, xPx, y);
    });
  }
  pen.textAlign = "left";
  frame.key.forEach(({ label, colour, count, isUnknown }, i) => {
    const y = HEADER_PX + 24 + i * 22;
    pen.fillStyle = colour;
    pen.fillRect(16, y - 7, 14, 14);
    drawText(pen, `${label}${isUnknown ? " (hatched)" : ""}${count === null ? "" : `: ${count}`}`, {
      x: 38,
      y,
      font: `13px ${FONT}`,
      colour: frame.ink,
    });
  });
  return new Promise((resolve, reject) => {
    page.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the image could not be encoded"))), "image/png");
  });
}

interface TextOptions {
  readonly x: number;
  readonly y: number;
  readonly font: string;
  readonly colour: string;
  /** Width of the page; longer text is condensed. */
  readonly widthPx?: number;
}

function drawText(pen: CanvasRenderingContext2D, text: string, { x, y, font, colour, widthPx }: TextOptions): void {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, widthPx === undefined ? undefined : widthPx - 2 * x);
}
