import { ImportError } from "../import-error.js";
import { fileKind } from "./file-kind.js";
import type { FileBytes, ReadLayer } from "./layer-file.js";
import { type ShapefileParts, shapefileLayer } from "./shapefile.js";
import { type ZipEntry, zipEntries } from "./zip-entries.js";

/** Reads the layers of one file that is no zip. */
type PlainReader = (input: FileBytes) => Promise<readonly ReadLayer[]>;

const PLAIN = /\.(geo|topo)?json$|\.gpkg$|\.fgb$|\.kml$/i;

/** The layers in a zip: each Shapefile, and each file of another format. */
export async function zippedLayers(input: FileBytes, readPlain: PlainReader): Promise<ReadLayer[]> {
  const entries = await zipEntries(input);
  const layers: ReadLayer[] = [];
  for (const [stem, parts] of shapefiles(entries)) {
    layers.push(await shapefileLayer(`${input.file}, ${stem}`, stem.replace(/^.*\//, ""), parts));
  }
  for (const { name, bytes } of entries.filter(({ name }) => PLAIN.test(name))) {
    const inner: FileBytes = { ...input, file: `${input.file}, ${name}`, bytes };
    if (fileKind(inner) === "ZIP")
      throw new ImportError({ where: inner.file, what: "is a zip", remedy: "unpack it first" });
    const found = await readPlain(inner);
    const base = name.replace(/^.*\//, "").replace(/\.\w+$/, "");
    layers.push(...found.map((layer) => (found.length === 1 ? { ...layer, name: base } : layer)));
  }
  if (layers.length > 0) return layers;
  throw new ImportError({
    where: input.file,
    what: `holds no boundaries: ${
      entries
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 200) || "it is empty"
    }`,
    remedy: "give a zip with a Shapefile (.shp, .dbf, .prj), GeoJSON, GeoPackage, FlatGeobuf or KML in it",
  });
}

function shapefiles(entries: readonly ZipEntry[]): Map<string, ShapefileParts> {
  const found = new Map<string, Record<string, Uint8Array>>();
  for (const { name, bytes } of entries) {
    const [, stem = "", extension = ""] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(name) ?? [];
    if (extension === "") continue;
    const parts = found.get(stem) ?? {};
    parts[extension.toLowerCase()] = bytes;
    found.set(stem, parts);
  }
  return new Map([...found].filter(([, parts]) => parts.shp !== undefined));
}
