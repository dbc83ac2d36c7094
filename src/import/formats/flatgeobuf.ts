import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { causeText, ImportError } from "../import-error.js";
import {
  type DeclaredCrs,
  type FileBytes,
  type FileLayer,
  toVectorFeature,
  type VectorFeature,
} from "./vector-layer.js";

const HEADER_LENGTH_OFFSET = 8; // uint32, little-endian, after the signature
const HEADER_OFFSET = 12;

// Checked here because the library reads missing bytes as zeros and may not terminate.
function headerBytes(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(HEADER_LENGTH_OFFSET, true);
}

/** The layer of a FlatGeobuf. @throws {ImportError} when it is truncated or damaged */
export async function readFlatgeobuf({ file, bytes }: FileBytes): Promise<FileLayer> {
  const damageError = (what: string) =>
    new ImportError({ where: file, what, remedy: "download it again: it may be truncated" });
  if (bytes.length < HEADER_OFFSET || bytes.length < HEADER_OFFSET + headerBytes(bytes)) {
    throw damageError("the FlatGeobuf is incomplete: the file ends within its header");
  }
  let header: HeaderMeta | null = null;
  const features: VectorFeature[] = [];
  try {
    const headerMetaFn = (meta: HeaderMeta) => {
      header = meta;
    };
    for await (const feature of deserialize(bytes, { headerMetaFn }))
      features.push(toVectorFeature(features.length, feature));
  } catch (cause) {
    throw damageError(`the FlatGeobuf cannot be read (${causeText(cause)})`);
  }
  const { crs, title, featuresCount } = (header ?? {}) as Partial<HeaderMeta>;
  if (featuresCount !== undefined && featuresCount > features.length) {
    throw damageError(`the file has ${features.length} of the ${featuresCount} features that its header declares`);
  }
  return { format: "FlatGeobuf", name: title ?? "layer", features, crs: parseHeaderCrs(crs ?? null) };
}

function parseHeaderCrs(crs: HeaderMeta["crs"]): DeclaredCrs | null {
  if (crs === null) return null;
  if (crs.code > 0 && (crs.org ?? "EPSG").toUpperCase() === "EPSG") return { kind: "EPSG", code: crs.code };
  return crs.wkt === null ? null : { kind: "WKT", text: crs.wkt };
}
