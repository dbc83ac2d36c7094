import type { Boundary } from "@coterminous/overlap";
import type { Position } from "geojson";
import { feature } from "topojson-client";
import { topology as topologyOf } from "topojson-server";
import type { AreaCollection, AreaGeometry, LayerTopology } from "../model/topology.js";
import type { ArcRing } from "./arc-indices.js";
import { type ArcNetwork, arcNetwork } from "./arc-network.js";
import { floatAt, intAt } from "./typed-array.js";

/** The shape of an overlap and its id. */
export interface OverlapShape {
  readonly id: string;
  readonly boundary: Boundary;
}

/**
 * The topology with the overlaps as another object on the same arcs, so that they share their borders at every detail.
 *
 * Where the layers use the same borders, every overlap runs along existing arcs. Where borders cross, the topology is built
 * again from all areas and overlaps: borders are then shared where their positions are equal.
 */
export function insertOverlaps(topology: LayerTopology, overlaps: readonly OverlapShape[]): LayerTopology {
  if (overlaps.length === 0) return topology;
  const toArcs = ringToArcs(arcNetwork(topology));
  const geometries = overlaps.map((overlap) => toArcGeometry(overlap, toArcs));
  const found = geometries.filter((geometry) => geometry !== null);
  if (found.length < overlaps.length) return rebuildTopology(topology, overlaps);
  return { ...topology, objects: { ...topology.objects, overlaps: collection(found) } };
}

function toArcGeometry({ id, boundary }: OverlapShape, toArcs: RingToArcs): AreaGeometry | null {
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

function rebuildTopology(topology: LayerTopology, overlaps: readonly OverlapShape[]): LayerTopology {
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

/** Finds the arcs of a ring, closed and in degrees; null when part of it runs along no arc. */
export type RingToArcs = (ring: readonly Position[]) => ArcRing | null;

/**
 * Indexes arcs by their first edge, forwards and backwards. A match is followed to the end of the arc, so a ring that
 * leaves an arc half-way does not match it.
 */
export function ringToArcs({ lonLat, arcs }: ArcNetwork): RingToArcs {
  const vertexAt = new Map<string, number>();
  for (let i = 0; i < lonLat.length; i += 2) {
    vertexAt.set(`${floatAt(lonLat, i)} ${floatAt(lonLat, i + 1)}`, i / 2);
  }
  const indexByFirstEdge = new Map<string, number>();
  const starts = new Set<number>();
  for (const [i, arc] of arcs.entries()) {
    if (arc.length < 2) continue;
    indexByFirstEdge.set(`${arc[0]} ${arc[1]}`, i);
    indexByFirstEdge.set(`${arc.at(-1)} ${arc.at(-2)}`, ~i);
    starts.add(intAt(arc, 0)).add(intAt(arc, arc.length - 1));
  }

  return (ring) => {
    const open = ring.slice(1).map(([lon = Number.NaN, lat = Number.NaN]) => vertexAt.get(`${lon} ${lat}`) ?? -1);
    const start = open.findIndex((vertex) => starts.has(vertex));
    if (start < 0) return null;
    const path = [...open.slice(start), ...open.slice(0, start), open[start] ?? -1];

    const indices: number[] = [];
    for (let k = 0; k < path.length - 1; ) {
      const index = indexByFirstEdge.get(`${path[k]} ${path[k + 1]}`);
      if (index === undefined) return null;
      const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index];
      if (arc === undefined || !arc.every((vertex, step) => vertex === path[k + step])) return null;
      indices.push(index);
      k += arc.length - 1;
    }
    return indices;
  };
}
