import { readFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
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
