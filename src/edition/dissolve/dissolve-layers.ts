import type { MultiPolygon, Position } from "geojson";
import { merge, quantize } from "topojson-client";
import { topology } from "topojson-server";
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  Topology,
} from "topojson-specification";
import { compareText } from "../../model/by-code.js";
import { groupBy } from "../../model/group-by.js";
import { LAYER_NAMES, type LayerName } from "../../model/layer.js";
import type { LayerTopology } from "../../model/topology.js";
import type { BlockRow } from "./recipe.js";

/** Smaller holes are gaps between edges of the source that do not quite meet. */
const PIN_HOLE_M2 = 100;

type BlockGeometry = (ArcPolygon | ArcMultiPolygon) & { readonly id?: string | number };

/** The block boundaries that a recipe names, by block code. */
export interface BlockBoundaries {
  readonly topology: Topology;
  readonly geometryByCode: ReadonlyMap<string, BlockGeometry>;
}

/** The blocks of one object of a topology; geometries other than polygons are skipped. */
export function blockBoundaries(source: Topology, objectName: string): BlockBoundaries {
  const object = source.objects[objectName] as GeometryCollection | undefined;
  const polygons = (object?.geometries ?? []).filter(
    (geometry): geometry is BlockGeometry => geometry.type === "Polygon" || geometry.type === "MultiPolygon",
  );
  return { topology: source, geometryByCode: new Map(polygons.map((geometry) => [String(geometry.id), geometry])) };
}

/**
 * All layers of an edition, dissolved from its blocks, on the blocks' own grid and one table of arcs.
 *
 * Blocks that share a border share its vertices, so the layers do too. A coarser grid would make invalid rings
 * and put points of blocks in the wrong area.
 */
export function dissolveLayers(blocks: readonly BlockRow[], boundaries: BlockBoundaries): LayerTopology {
  const layers = Object.fromEntries(
    LAYER_NAMES.map((layer) => [
      layer,
      { type: "FeatureCollection", features: layerFeatures(layer, blocks, boundaries) },
    ]),
  );
  const { transform } = boundaries.topology;
  const joined = topology(layers as never) as unknown as LayerTopology;
  return transform === undefined ? joined : (quantize(joined, transform) as LayerTopology);
}

function layerFeatures(layer: LayerName, blocks: readonly BlockRow[], boundaries: BlockBoundaries) {
  const byArea = [...groupBy(blocks, (block) => block.areas[layer])].sort(([a], [b]) => compareText(a, b));
  return byArea.map(([code, members]) => {
    const geometries = members.flatMap((block) => boundaries.geometryByCode.get(block.code) ?? []);
    const shape = merge(boundaries.topology, geometries as never);
    return { type: "Feature", id: code, properties: {}, geometry: dropPinHoles(shape) };
  });
}

function dropPinHoles(shape: MultiPolygon) {
  const polygons = shape.coordinates.map((rings) =>
    rings.filter((ring, i) => i === 0 || ringAreaM2(ring) >= PIN_HOLE_M2),
  );
  return polygons.length === 1
    ? { type: "Polygon", coordinates: polygons[0] }
    : { type: "MultiPolygon", coordinates: polygons };
}

const METRES_PER_DEGREE = 111_195; // on the mean sphere; enough to recognise pin holes

function ringAreaM2(ring: readonly Position[]): number {
  const [lon0 = 0, lat0 = 0] = ring[0] ?? [];
  const metresPerDegreeLon = METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  let doubleArea = 0;
  ring.forEach(([lon = 0, lat = 0], i) => {
    const [nextLon = 0, nextLat = 0] = ring[i + 1] ?? ring[0] ?? [];
    doubleArea += (lon - lon0) * (nextLat - lat0) - (nextLon - lon0) * (lat - lat0);
  });
  return (Math.abs(doubleArea) / 2) * metresPerDegreeLon * METRES_PER_DEGREE;
}
