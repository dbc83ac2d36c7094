/** A layer of features as its file has them, nothing checked yet. */
export interface VectorLayer {
  /** The file's name without its folder, with the layer where one was picked: `us.json#counties`. */
  readonly file: string;
  /** What it was read as: `GeoJSON`, `Shapefile`. */
  readonly format: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly features: readonly VectorFeature[];
  /** What the file says of its coordinates; null when it says nothing. */
  readonly crs: DeclaredCrs | null;
}

/** One feature of a file. */
export interface VectorFeature {
  /** `feature 12`, counted from 1 in the order of the file. */
  readonly where: string;
  /** Its attributes by column; an id that stands apart from them is the column `id`. */
  readonly columns: Readonly<Record<string, unknown>>;
  /** GeoJSON's geometry, or whatever stands in its place. */
  readonly geometry: unknown;
}

/** A coordinate reference system as a file states it. */
export type DeclaredCrs =
  | { readonly kind: "EPSG"; readonly code: number }
  | { readonly kind: "WKT"; readonly text: string };

/** One layer of a file that may hold several. */
export interface FileLayer {
  readonly format: string;
  readonly name: string;
  readonly features: readonly VectorFeature[];
  readonly crs: DeclaredCrs | null;
}

/** What a reader of a format is given. */
export interface FileBytes {
  /** The file's name, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The layer asked for; null when none was. */
  readonly layer: string | null;
}

/** A feature from GeoJSON's parts; anything may stand where they should. */
export function toVectorFeature(index: number, feature: unknown): VectorFeature {
  const { id, properties, geometry } = (typeof feature === "object" && feature !== null ? feature : {}) as Record<
    string,
    unknown
  >;
  const own = typeof properties === "object" && properties !== null ? (properties as Record<string, unknown>) : {};
  const columns = id === undefined || id === null || Object.hasOwn(own, "id") ? own : { ...own, id };
  return { where: `feature ${index + 1}`, columns, geometry: geometry ?? null };
}
