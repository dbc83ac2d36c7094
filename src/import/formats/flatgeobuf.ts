import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { ImportError } from "../import-error.js";
import {
  type DeclaredCrs,
  type FileBytes,
  type FileLayer,
  toVectorFeature,
  type VectorFeature,
} from "./vector-layer.js";

const HEADER_LENGTH_OFFSET = 8; // of the header, little-endian, behind the signature
const HEADER_OFFSET = 12;

// The library takes what is not there for zeros, and may go on with them for ever.
function headerBytes(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(HEADER_LENGTH_OFFSET, true);
}

/** The layer of a FlatGeobuf. @throws {ImportError} when it is cut off or broken */
export async function readFlatgeobuf({ file, bytes }: FileBytes): Promise<FileLayer> {
  const cutOff = "download it again: it was cut off";
  if (bytes.length < HEADER_OFFSET || bytes.length < HEADER_OFFSET + headerBytes(bytes)) {
    throw new ImportError({ where: file, what: "is no whole FlatGeobuf: it ends in its header", remedy: cutOff });
  }
  let header: HeaderMeta | null = null;
  const features: VectorFeature[] = [];
  const refuse = (what: string) =>
    new ImportError({ where: file, what, remedy: "download it again: it may have been cut off" });
  try {
    const headerMetaFn = (meta: HeaderMeta) => {
      header = meta;
    };
    for await (const feature of deserialize(bytes, { headerMetaFn }))
      features.push(toVectorFeature(features.length, feature));
  } catch (cause) {
    throw refuse(`is no whole FlatGeobuf (${cause instanceof Error ? cause.message : String(cause)})`);
  }
  const { crs, title, featuresCount } = (header ?? {}) as Partial<HeaderMeta>;
  if (featuresCount !== undefined && featuresCount > features.length) {
    throw refuse(`has ${features.length} features of ${featuresCount} that its header promises`);
  }
  return { format: "FlatGeobuf", name: title ?? "layer", features, crs: parseHeaderCrs(crs ?? null) };
}

function parseHeaderCrs(crs: HeaderMeta["crs"]): DeclaredCrs | null {
  if (crs === null) return null;
  if (crs.code > 0 && (crs.org ?? "EPSG").toUpperCase() === "EPSG") return { kind: "EPSG", code: crs.code };
  return crs.wkt === null ? null : { kind: "WKT", text: crs.wkt };
}
