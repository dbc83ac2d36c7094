import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Polygon } from "geojson";
import { feature, merge } from "topojson-client";
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMulti,
  Polygon as TopoPolygon,
} from "topojson-specification";
import type { Boundary, LonLatBox } from "../../packages/overlap/src/boundary.js";
import type { LayerArea } from "../../packages/overlap/src/layer/layer-coordinates.js";
import { byCode } from "../../src/model/by-code.js";
import { INPUT_FOLDER } from "./input-files.js";

/** England and a little more. */
export const ENGLAND_BOX: LonLatBox = [-6.5, 49.8, 1.8, 55.9];

interface BlockRow {
  readonly [column: string]: string;
}

export interface InputBlocks {
  readonly topology: Topology;
  readonly rows: readonly BlockRow[];
  readonly collection: GeometryCollection;
}

/** The blocks of a year with their table. */
export function readInputBlocks(year: 2017 | 2024): InputBlocks {
  const name = year === 2017 ? "2017/lsoa-2011" : "2024/lsoa-2021";
  const topology = JSON.parse(readFileSync(join(INPUT_FOLDER, `${name}.topojson`), "utf8")) as Topology;
  const [header = "", ...lines] = readFileSync(join(INPUT_FOLDER, `${name}.csv`), "utf8")
    .trim()
    .split(/\r?\n/);
  const columns = header.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
  });
  return { topology, rows, collection: topology.objects.lsoa as GeometryCollection };
}

/** The blocks themselves as a layer. */
export function blockLayer({ topology, collection }: InputBlocks): LayerArea[] {
  const features = feature(topology, collection).features;
  return features.map(({ id, geometry }) => ({ code: String(id), boundary: geometry as Boundary }));
}

/** The layer that a column of the table makes of the blocks, sorted by code. */
export function dissolvedLayer({ topology, rows, collection }: InputBlocks, column: string): LayerArea[] {
  const codeColumn = Object.keys(rows[0] ?? {})[0] ?? "";
  const areaOf = new Map(rows.map((row) => [row[codeColumn], row[column] ?? ""]));
  const groups = new Map<string, (TopoPolygon | TopoMulti)[]>();
  for (const geometry of collection.geometries as (TopoPolygon | TopoMulti)[]) {
    const code = areaOf.get(String(geometry.id)) ?? "";
    const group = groups.get(code);
    if (group === undefined) groups.set(code, [geometry]);
    else group.push(geometry);
  }
  return [...groups]
    .sort(([p], [q]) => (p < q ? -1 : 1))
    .map(([code, group]) => ({ code, boundary: withoutPinHoles(merge(topology, group as TopoPolygon[])) }));
}

/** An official layer, England's areas only, sorted by code. */
export function readOfficialLayer(name: "lad" | "ctyua" | "stp"): LayerArea[] {
  const file = { lad: "lad-2017-gb-bgc.topojson", ctyua: "ctyua-2017-ew-bgc.topojson", stp: "stp-2017-en-buc.geojson" }[
    name
  ];
  const json = JSON.parse(readFileSync(join(INPUT_FOLDER, "checks", file), "utf8"));
  const features =
    json.type === "Topology"
      ? feature(json, Object.values(json.objects)[0] as GeometryCollection).features
      : json.features;
  return features
    .map((item: { properties: Record<string, string>; geometry: Boundary }) => ({
      code: String(item.properties.AREACD ?? item.properties.stp17cd),
      boundary: item.geometry,
    }))
    .filter(({ code }: LayerArea) => code.startsWith("E"))
    .sort(byCode);
}

/** The blocks' points, longitude and latitude in turn. */
export function blockPoints({ rows }: InputBlocks): Float64Array {
  return Float64Array.from(rows.flatMap((row) => [Number(row.lon), Number(row.lat)]));
}

const PIN_HOLE_M2 = 100;

// The blocks' edges do not quite meet everywhere; what is left open is no hole in the area.
function withoutPinHoles(boundary: { coordinates: Polygon["coordinates"][] }): Boundary {
  return {
    type: "MultiPolygon",
    coordinates: boundary.coordinates.map((rings) =>
      rings.filter((ring, i) => i === 0 || roughAreaM2(ring as [number, number][]) >= PIN_HOLE_M2),
    ),
  };
}

function roughAreaM2(ring: readonly (readonly [number, number])[]): number {
  const [lon0, lat0] = ring[0] ?? [0, 0];
  let twice = 0;
  ring.forEach(([lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length] ?? [lon, lat];
    twice += (lon - lon0) * (nextLat - lat0) - (nextLon - lon0) * (lat - lat0);
  });
  return (Math.abs(twice) / 2) * 111_320 ** 2 * Math.cos((lat0 * Math.PI) / 180);
}
