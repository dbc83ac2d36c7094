import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, MultiLineString as LineArcs, Topology } from "topojson-specification";
import type { Tier } from "../state/explorer-state.js";

export type AreaFeatures = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;

interface AreaProperties {
  readonly code: string;
  /** The council's footprint after redrawing. */
  readonly footprint?: string;
}

/** Whether a line is the border of a footprint, of a council, of both, or of the whole edition. */
export type BorderKind = "both" | "footprint" | "council" | "coast";
export type BorderFeatures = FeatureCollection<MultiLineString, { readonly kind: BorderKind }>;

type Layer = "footprints" | "upper_tier" | "lower_tier";

/** The areas of a layer, each with its code. */
export function areaFeatures(topology: Topology, layer: Layer): AreaFeatures {
  const { features } = feature(topology, layerObject(topology, layer)) as FeatureCollection<Polygon | MultiPolygon>;
  return {
    type: "FeatureCollection",
    features: features.map(({ geometry, id, properties }) => ({
      type: "Feature",
      geometry,
      properties: { code: String(properties?.code ?? id) },
    })),
  };
}

/** The councils of a tier, each with its footprint after redrawing, if given. */
export function councilFeatures(
  topology: Topology,
  tier: Tier,
  footprintOf: ReadonlyMap<string, string> | null,
): AreaFeatures {
  const councils = areaFeatures(topology, tierLayer(tier));
  if (footprintOf === null) return councils;
  const features = councils.features.map((feature) => {
    const footprint = footprintOf.get(feature.properties.code);
    return footprint === undefined ? feature : { ...feature, properties: { ...feature.properties, footprint } };
  });
  return { ...councils, features };
}

/**
 * The borders of an edition by kind.
 *
 * Layers of a topology share arcs: the layers agree along an arc used by two footprints and two councils.
 */
export function borderFeatures(topology: Topology, tier: Tier): BorderFeatures {
  const ofFootprints = countArcUses(topology, "footprints");
  const ofCouncils = countArcUses(topology, tierLayer(tier));
  const arcs: Record<BorderKind, number[]> = { council: [], coast: [], footprint: [], both: [] };
  topology.arcs.forEach((_, arc) => {
    const [footprints, councils] = [ofFootprints[arc] ?? 0, ofCouncils[arc] ?? 0];
    if (footprints === 1 || councils === 1) arcs.coast.push(arc);
    else if (footprints > 1) arcs[councils > 1 ? "both" : "footprint"].push(arc);
    else if (councils > 1) arcs.council.push(arc);
  });
  const kinds = Object.entries(arcs) as [BorderKind, number[]][];
  return { type: "FeatureCollection", features: kinds.map(([kind, list]) => lineFeature(topology, list, kind)) };
}

/** The borders of redrawn footprints: between councils with different footprints in `footprintOf`. */
export function scenarioBorders(
  topology: Topology,
  tier: Tier,
  footprintOf: ReadonlyMap<string, string>,
): BorderFeatures {
  const codeOf = ({ id }: { id?: string | number | undefined }) => footprintOf.get(String(id));
  const geometry = mesh(topology, layerObject(topology, tierLayer(tier)), (a, b) => codeOf(a) !== codeOf(b));
  const uses = countArcUses(topology, tierLayer(tier));
  const arcsUsedBy = (councils: number) => [...uses.keys()].filter((arc) => uses[arc] === councils);
  return {
    type: "FeatureCollection",
    features: [
      lineFeature(topology, arcsUsedBy(2), "council"),
      lineFeature(topology, arcsUsedBy(1), "coast"),
      { type: "Feature", geometry, properties: { kind: "both" } },
    ],
  };
}

/** The number of areas of a layer. */
export function areaCount(topology: Topology, layer: Layer): number {
  return layerObject(topology, layer).geometries.length;
}

/** The name of a tier's layer in a topology. */
export function tierLayer(tier: Tier): Layer {
  return tier === "UPPER" ? "upper_tier" : "lower_tier";
}

function layerObject(topology: Topology, layer: Layer): GeometryCollection<{ code?: string }> {
  const found = topology.objects[layer] ?? topology.objects[layer.replace("_", "-")];
  if (found?.type !== "GeometryCollection") throw new Error(`the topology has no layer ${layer}`);
  return found as GeometryCollection<{ code?: string }>;
}

function countArcUses(topology: Topology, layer: Layer): Uint8Array {
  const uses = new Uint8Array(topology.arcs.length);
  const visit = (arcs: readonly unknown[]): void => {
    for (const arc of arcs) {
      if (Array.isArray(arc)) visit(arc);
      else if (typeof arc === "number") uses[arc < 0 ? ~arc : arc] = (uses[arc < 0 ? ~arc : arc] ?? 0) + 1;
    }
  };
  for (const geometry of layerObject(topology, layer).geometries) if ("arcs" in geometry) visit(geometry.arcs);
  return uses;
}

function lineFeature(
  topology: Topology,
  arcs: readonly number[],
  kind: BorderKind,
): Feature<MultiLineString, { kind: BorderKind }> {
  const object: LineArcs = { type: "MultiLineString", arcs: arcs.map((arc) => [arc]) };
  return { type: "Feature", geometry: mesh(topology, object), properties: { kind } };
}
