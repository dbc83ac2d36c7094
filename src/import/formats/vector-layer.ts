/** A layer of features as read from its file, unchecked. */
export interface VectorLayer {
  /** The file's name without its folder, with the layer where one was picked: `us.json#counties`. */
  readonly file: string;
  /** `GeoJSON`, `Shapefile`. */
  readonly format: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly features: readonly VectorFeature[];
  /** The coordinate system that the file declares; null for none. */
  readonly crs: DeclaredCrs | null;
}

/** One feature of a file. */
export interface VectorFeature {
  /** `feature 12`, counted from 1 in the order of the file. */
  readonly where: string;
  /** Its attributes by column; a GeoJSON id is the column `id`. */
  readonly columns: Readonly<Record<string, unknown>>;
  /** A GeoJSON geometry, unchecked. */
  readonly geometry: unknown;
}

/** A coordinate reference system as a file declares it. */
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

/** The input of a format's reader. */
export interface FileBytes {
  /** The file's name, for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The requested layer; null for the only one. */
  readonly layer: string | null;
}

/** Any value as an object's members; empty for a value that is not an object. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** A feature from GeoJSON, whatever its members hold. */
export function toVectorFeature(index: number, feature: unknown): VectorFeature {
  const { id, properties, geometry } = membersOf(feature);
  const own = membersOf(properties);
  const columns = id === undefined || id === null || Object.hasOwn(own, "id") ? own : { ...own, id };
  return { where: `feature ${index + 1}`, columns, geometry: geometry ?? null };
}

/** Minimum x and y, maximum x and y, in the unit of the coordinates. */
export type CoordinateBox = readonly [west: number, south: number, east: number, north: number];

/** The box of a layer without positions. */
export const EMPTY_BOX: CoordinateBox = [0, 0, 0, 0];

/** The box of all finite positions of some geometries; null when they have none. */
export function coordinateBox(geometries: readonly unknown[]): CoordinateBox | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    forEachPosition(geometry, ([x, y]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    });
  }
  return box[0] > box[2] ? null : box;
}

/** Whether two boxes have a point in common. */
export function boxesIntersect(p: CoordinateBox, q: CoordinateBox): boolean {
  return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
}

type Pair = readonly [x: number, y: number];

function forEachPosition(geometry: unknown, visit: (position: Pair) => void): void {
  const { geometries, coordinates } = membersOf(geometry);
  if (Array.isArray(geometries)) for (const part of geometries) forEachPosition(part, visit);
  else walkCoordinates(coordinates, visit);
}

function walkCoordinates(value: unknown, visit: (position: Pair) => void): void {
  if (!Array.isArray(value)) return;
  const [x, y] = value;
  if (typeof x === "number" && typeof y === "number") visit([x, y]);
  else for (const inner of value) walkCoordinates(inner, visit);
}

/** A geometry with every position mapped; heights and measures are dropped, malformed coordinates stay. */
export function mapGeometry(geometry: unknown, map: (position: Pair) => Pair): unknown {
  const { geometries, coordinates, ...rest } = membersOf(geometry);
  if (Array.isArray(geometries)) return { ...rest, geometries: geometries.map((part) => mapGeometry(part, map)) };
  return coordinates === undefined ? geometry : { ...rest, coordinates: mapCoordinates(coordinates, map) };
}

function mapCoordinates(value: unknown, map: (position: Pair) => Pair): unknown {
  if (!Array.isArray(value)) return value;
  const [x, y] = value;
  if (typeof x === "number" && typeof y === "number") return map([x, y]);
  return value.map((inner) => mapCoordinates(inner, map));
}
