import type { Feature } from "geojson";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { causeText, ImportError } from "../import-error.js";
import { type DeclaredCrs, type FileBytes, type FileLayer, membersOf, toVectorFeature } from "./vector-layer.js";

type Json = Readonly<Record<string, unknown>>;

/** The layers of a JSON file: one of GeoJSON, one for each object of TopoJSON. */
export function readJson({ file, bytes }: FileBytes): FileLayer[] {
  const json = parseJson(file, bytes);
  switch (json.type) {
    case "FeatureCollection":
      return [geojsonLayer(json, requireList(json, "features", file))];
    case "Feature":
      return [geojsonLayer(json, [json])];
    case "Polygon":
    case "MultiPolygon":
      return [geojsonLayer({}, [{ geometry: json }])];
    case "Topology":
      return topologyLayers(file, json);
    default:
      throw new ImportError({
        where: file,
        what: `the JSON type is ${JSON.stringify(json.type) ?? "missing"}`,
        remedy: "give a GeoJSON FeatureCollection or a TopoJSON Topology",
      });
  }
}

function parseJson(file: string, bytes: Uint8Array): Json {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError({ where: file, what: "the text is not UTF-8", remedy: "save it as UTF-8" });
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Json;
    throw new SyntaxError("not an object");
  } catch (cause) {
    const what = `the JSON cannot be parsed (${causeText(cause).slice(0, 120)})`;
    throw new ImportError({ where: file, what, remedy: "download it again: it may be truncated" });
  }
}

function requireList(json: Json, key: string, file: string): readonly unknown[] {
  const list = json[key];
  if (Array.isArray(list)) return list;
  throw new ImportError({
    where: file,
    what: `there is no list of ${key}`,
    remedy: "give a GeoJSON FeatureCollection",
  });
}

function geojsonLayer(json: Json, features: readonly unknown[]): FileLayer {
  return {
    format: "GeoJSON",
    name: typeof json.name === "string" ? json.name : "layer",
    features: features.map((item, i) => toVectorFeature(i, item)),
    crs: parseCrsMember(json.crs),
  };
}

/** The `crs` member that GeoJSON had before RFC 7946: `urn:ogc:def:crs:EPSG::27700`. */
function parseCrsMember(crs: unknown): DeclaredCrs | null {
  const { name } = membersOf(membersOf(crs).properties);
  if (typeof name !== "string") return null;
  if (/CRS:?84$/.test(name)) return { kind: "EPSG", code: 4326 };
  const [, code] = /EPSG:+(?:[\d.]*:)?(\d+)$/.exec(name) ?? [];
  return code === undefined ? { kind: "WKT", text: name } : { kind: "EPSG", code: Number(code) };
}

function topologyLayers(file: string, json: Json): FileLayer[] {
  const topologyError = (what: string) =>
    new ImportError({ where: file, what, remedy: "download it again: it may be truncated" });
  if (!Array.isArray(json.arcs)) throw topologyError("the Topology has no list of arcs");
  if (typeof json.objects !== "object" || json.objects === null) throw topologyError("the Topology has no objects");
  return Object.entries(membersOf(json.objects)).map(([name, object]) => {
    const { geometries } = membersOf(object);
    const items: readonly unknown[] = Array.isArray(geometries) ? geometries : [object];
    const features = items.map((item, i) => {
      try {
        return toVectorFeature(i, feature(json as unknown as Topology, item as GeometryObject) as Feature);
      } catch {
        throw topologyError(`feature ${i + 1} of the object ${name} refers to arcs that do not exist`);
      }
    });
    return { format: "TopoJSON", name, features, crs: parseCrsMember(json.crs) };
  });
}
