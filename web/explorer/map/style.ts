import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import type { Theme } from "./theme.js";

const EMPTY: GeoJSONSourceSpecification["data"] = { type: "FeatureCollection", features: [] };
const CODE: ExpressionSpecification = ["get", "code"];
const KIND: ExpressionSpecification = ["get", "kind"];
const MATCH_NONE: ExpressionSpecification = ["==", CODE, ""];

/** The sources that the map fills. */
export const SOURCES = ["footprints", "councils", "borders", "own-area"] as const;
export type SourceName = (typeof SOURCES)[number];

/** The map's style, without data. */
export function style(theme: Theme): StyleSpecification {
  const source: GeoJSONSourceSpecification = { type: "geojson", data: EMPTY, tolerance: 0.1, buffer: 16 };
  return {
    version: 8,
    sources: Object.fromEntries(SOURCES.map((name) => [name, source])),
    layers: layers(theme),
  };
}

/** A line width in pixels that grows with the zoom. */
function width(at6: number, at10: number): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], 5.5, at6, 10, at10];
}

/** The layers, from the bottom up. */
export function layers(theme: Theme): LayerSpecification[] {
  const line = (id: string, kind: string, paint: Record<string, unknown>): LayerSpecification => ({
    id,
    type: "line",
    source: "borders",
    filter: ["==", KIND, kind],
    layout: { "line-join": "round", "line-cap": "round" },
    paint,
  });
  return [
    { id: "sea", type: "background", paint: { "background-color": theme.sea } },
    {
      id: "footprint-fill",
      type: "fill",
      source: "footprints",
      paint: { "fill-color": theme.land, "fill-antialias": false },
    },
    {
      id: "footprint-hatch",
      type: "fill",
      source: "footprints",
      filter: MATCH_NONE,
      paint: { "fill-pattern": "hatch" },
    },
    {
      id: "council-fill",
      type: "fill",
      source: "councils",
      layout: { visibility: "none" },
      paint: { "fill-antialias": false },
    },
    {
      id: "veil",
      type: "fill",
      source: "councils",
      filter: MATCH_NONE,
      paint: { "fill-color": theme.veil, "fill-opacity": theme.veilOpacity, "fill-antialias": false },
    },
    { id: "council-hit", type: "fill", source: "councils", paint: { "fill-opacity": 0 } },
    line("council-lines", "council", {
      "line-color": theme.councilLine,
      "line-width": width(0.5, 1.6),
      "line-opacity": 0.9,
    }),
    line("coast", "coast", { "line-color": theme.bothLine, "line-width": width(0.4, 1), "line-opacity": 0.5 }),
    line("both-lines", "both", { "line-color": theme.bothLine, "line-width": width(1.1, 3) }),
    ...outlines("hovered", theme, 1.5),
    ...outlines("selected", theme, 3),
    // Above the outlines, to show where a selected footprint cuts a council.
    line("footprint-lines", "footprint", { "line-color": theme.footprintLine, "line-width": width(1.9, 4.5) }),
    {
      id: "own-area-fill",
      type: "fill",
      source: "own-area",
      paint: { "fill-color": theme.footprintLine, "fill-opacity": 0.25 },
    },
    {
      id: "own-area-line",
      type: "line",
      source: "own-area",
      paint: { "line-color": theme.footprintLine, "line-width": 2.5 },
    },
  ];
}

function outlines(what: string, theme: Theme, widthPx: number): LayerSpecification[] {
  return (["footprints", "councils"] as const).flatMap((source): LayerSpecification[] => {
    const shared = { type: "line", source, filter: MATCH_NONE, layout: { "line-join": "round" } } as const;
    const halo = { "line-color": theme.halo, "line-width": widthPx + 2.5, "line-opacity": 0.9 };
    return [
      { ...shared, id: `${what}-${source}-halo`, paint: halo },
      { ...shared, id: `${what}-${source}`, paint: { "line-color": theme.selected, "line-width": widthPx } },
    ];
  });
}

const HATCH_SIZE_PX = 12;
const HATCH_STRIPE_PX = 4;

/** Diagonal stripes as a seamless tile of pixels. */
export function hatchPattern(
  stripe: readonly number[],
  ground: readonly number[],
): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(HATCH_SIZE_PX * HATCH_SIZE_PX * 4);
  for (let y = 0; y < HATCH_SIZE_PX; y++) {
    for (let x = 0; x < HATCH_SIZE_PX; x++) {
      const colour = (x + y) % HATCH_SIZE_PX < HATCH_STRIPE_PX ? stripe : ground;
      data.set([...colour, 255], (y * HATCH_SIZE_PX + x) * 4);
    }
  }
  return { width: HATCH_SIZE_PX, height: HATCH_SIZE_PX, data };
}
