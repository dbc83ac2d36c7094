import type { ExpressionSpecification, FilterSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { MapViewModel } from "./map-view-model.js";
import type { Theme } from "./theme.js";

const CODE: ExpressionSpecification = ["get", "code"];
const FOOTPRINT: ExpressionSpecification = ["get", "footprint"];

/** Applies a view model to the map's layers; sources.ts fills the sources. */
export function applyViewModel(map: MapLibreMap, viewModel: MapViewModel, theme: Theme): void {
  const ofCouncils = viewModel.fillsAreOf === "councils";
  map.setPaintProperty(
    "footprint-fill",
    "fill-color",
    ofCouncils ? theme.land : colourExpression(CODE, viewModel.fills, theme.land),
  );
  map.setPaintProperty("council-fill", "fill-color", colourExpression(FOOTPRINT, viewModel.fills, theme.land));
  map.setLayoutProperty("council-fill", "visibility", ofCouncils ? "visible" : "none");
  map.setFilter("footprint-hatch", codeFilter(ofCouncils ? [] : viewModel.hatched));
  map.setFilter("veil", viewModel.unveiled === null ? codeFilter([]) : ["!", codeFilter(viewModel.unveiled)]);
  outline(map, "selected", viewModel.selected);
}

/** Outlines a footprint or council; null removes the outline. */
export function outline(map: MapLibreMap, what: "hovered" | "selected", code: string | null): void {
  for (const source of ["footprints", "councils"]) {
    for (const part of ["-halo", ""]) map.setFilter(`${what}-${source}${part}`, ["==", CODE, code ?? ""]);
  }
}

function colourExpression(
  code: ExpressionSpecification,
  fills: ReadonlyMap<string, string>,
  other: string,
): ExpressionSpecification | string {
  if (fills.size === 0) return other;
  return ["match", code, ...[...fills].flat(), other] as unknown as ExpressionSpecification;
}

function codeFilter(codes: readonly string[]): ExpressionSpecification & FilterSpecification {
  return ["in", CODE, ["literal", [...codes]]] as ExpressionSpecification & FilterSpecification;
}
