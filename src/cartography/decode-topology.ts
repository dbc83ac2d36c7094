import type { Boundary, LayerArea } from "@coterminous/overlap";
import type { Feature } from "geojson";
import { feature, merge } from "topojson-client";
import type { MultiPolygon, Polygon } from "topojson-specification";
import { byCode } from "../model/by-code.js";
import type { LayerName } from "../model/layer.js";
import type { AreaGeometry, DrawableLayer, LayerTopology } from "../model/topology.js";
import { rewind, roundBoundary, roundCoordinates } from "./rfc7946.js";

/**
 * The same topology without quantisation, positions in degrees. Areas decoded from it share the positions of their common
 * borders, which are decoded once.
 */
export function decodeTopology(topology: LayerTopology): LayerTopology {
  const { arcs, transform, ...rest } = topology;
  if (transform === undefined) return topology;
  const { scale, translate } = transform;
  const inDegrees = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step) => {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...rest, arcs: inDegrees };
}

/**
 * The areas of a stored layer, sorted by code, with the decimals that clients get, so that a boundary that a client sends
 * back coincides with the original.
 *
 * @param text the edition's topology as stored: text passes to a thread faster than objects
 */
export function decodeLayer(text: string, layer: LayerName): readonly LayerArea[] {
  const topology = decodeTopology(JSON.parse(text) as LayerTopology);
  const decimal = { ...topology, arcs: topology.arcs.map(roundCoordinates) };
  const areas = (topology.objects[layer]?.geometries ?? []).map((geometry) => {
    const { geometry: boundary } = feature(decimal, geometry) as Feature<Boundary>;
    return { code: String(geometry.id), boundary };
  });
  return areas.sort(byCode);
}

/** Gives an area's boundary by code; null when the layer has no such area. */
export type AreaBoundaries = (layer: DrawableLayer, code: string) => Boundary | null;

/** Boundaries from a topology, with six decimals, wound as RFC 7946 requires. A layer is indexed once. */
export function areaBoundaries(topology: LayerTopology): AreaBoundaries {
  const layers = new Map<DrawableLayer, ReadonlyMap<string, AreaGeometry>>();
  const areasOf = (layer: DrawableLayer) => {
    const cached = layers.get(layer);
    if (cached !== undefined) return cached;
    const areas = new Map(topology.objects[layer]?.geometries.map((area) => [String(area.id), area]));
    layers.set(layer, areas);
    return areas;
  };
  return (layer, code) => {
    const geometry = areasOf(layer).get(code);
    if (geometry === undefined) return null;
    // One Polygon or MultiPolygon gives one feature of the same kind.
    const { geometry: boundary } = feature(topology, geometry) as Feature<Boundary>;
    return rewind(roundBoundary(boundary));
  };
}

/**
 * The union of several areas of a layer, wound as RFC 7946 requires; null when one of them does not exist.
 *
 * Arcs between two of the areas are removed; all others stay as they are. No areas give a MultiPolygon without polygons.
 */
export function unionBoundary(topology: LayerTopology, layer: LayerName, codes: readonly string[]): Boundary | null {
  const wanted = new Set(codes);
  const areas = (topology.objects[layer]?.geometries ?? []).filter(({ id }) => wanted.has(String(id)));
  if (areas.length < wanted.size) return null;
  const { coordinates } = merge(topology, areas as (Polygon | MultiPolygon)[]);
  const [only] = coordinates;
  const boundary: Boundary =
    coordinates.length === 1 && only !== undefined
      ? { type: "Polygon", coordinates: only }
      : { type: "MultiPolygon", coordinates };
  return rewind(roundBoundary(boundary));
}
