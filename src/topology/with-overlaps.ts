import type { Position } from "geojson";
import { feature } from "topojson-client";
import { topology as topologyOf } from "topojson-server";
import type { Boundary } from "../model/boundary.js";
import type { AreaCollection, AreaGeometry, LayerTopology } from "../model/topology.js";
import { arcNetwork } from "./arc-network.js";
import { type RingToArcs, ringToArcs } from "./ring-arcs.js";

/** The shape of an overlap under the id it is to have. */
export interface OverlapShape {
  readonly id: string;
  readonly boundary: Boundary;
}

/**
 * The topology with the overlaps as one more object on the same arcs, so that they stay joined at every detail.
 *
 * Where the layers were drawn on one set of borders, every overlap runs along arcs that are there. Where they cross, the
 * arcs are made anew from all areas and overlaps together: borders are then shared as far as their positions are equal.
 */
export function withOverlaps(topology: LayerTopology, overlaps: readonly OverlapShape[]): LayerTopology {
  if (overlaps.length === 0) return topology;
  const toArcs = ringToArcs(arcNetwork(topology));
  const geometries = overlaps.map((overlap) => onArcs(overlap, toArcs));
  const found = geometries.filter((geometry) => geometry !== null);
  if (found.length < overlaps.length) return madeAnew(topology, overlaps);
  return { ...topology, objects: { ...topology.objects, overlaps: collection(found) } };
}

function onArcs({ id, boundary }: OverlapShape, toArcs: RingToArcs): AreaGeometry | null {
  const polygonArcs = (rings: readonly Position[][]) => {
    const arcs = rings.map(toArcs).filter((ring) => ring !== null);
    return arcs.length === rings.length ? arcs.map((ring) => [...ring]) : null;
  };
  if (boundary.type === "Polygon") {
    const arcs = polygonArcs(boundary.coordinates);
    return arcs === null ? null : { type: "Polygon", id, arcs };
  }
  const arcs = boundary.coordinates.map(polygonArcs).filter((polygon) => polygon !== null);
  return arcs.length === boundary.coordinates.length ? { type: "MultiPolygon", id, arcs } : null;
}

function madeAnew(topology: LayerTopology, overlaps: readonly OverlapShape[]): LayerTopology {
  const layers = Object.entries(topology.objects).map(([name, { geometries }]) => [
    name,
    {
      type: "FeatureCollection" as const,
      features: geometries.map((geometry) => ({ ...feature(topology, geometry), id: geometry.id })),
    },
  ]);
  const shapes = overlaps.map(({ id, boundary }) => ({
    type: "Feature" as const,
    id,
    properties: {},
    geometry: boundary,
  }));
  const objects = Object.fromEntries([
    ...layers,
    ["overlaps", { type: "FeatureCollection" as const, features: shapes }],
  ]);
  return topologyOf(objects) as unknown as LayerTopology;
}

function collection(geometries: AreaGeometry[]): AreaCollection {
  return { type: "GeometryCollection", geometries };
}
