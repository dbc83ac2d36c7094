/** Least x and y, most x and y, in whatever unit the coordinates have. */
export type CoordinateBox = readonly [west: number, south: number, east: number, north: number];

type Pair = readonly [x: number, y: number];

/** The box round all finite positions of some geometries; null when they have none. */
export function coordinateBox(geometries: readonly unknown[]): CoordinateBox | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const geometry of geometries) {
    eachPosition(geometry, ([x, y]) => {
      if (!Number.isFinite(x) || !Number.isFinite(y)) return;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    });
  }
  return box[0] > box[2] ? null : box;
}

/** A geometry with every position put elsewhere; heights and measures are left out, what is no position stays. */
export function mappedGeometry(geometry: unknown, map: (position: Pair) => Pair): unknown {
  const { geometries, coordinates, ...rest } = (geometry ?? {}) as Record<string, unknown>;
  if (Array.isArray(geometries)) return { ...rest, geometries: geometries.map((part) => mappedGeometry(part, map)) };
  return coordinates === undefined ? geometry : { ...rest, coordinates: mappedCoordinates(coordinates, map) };
}

function mappedCoordinates(value: unknown, map: (position: Pair) => Pair): unknown {
  if (!Array.isArray(value)) return value;
  const [x, y] = value;
  if (typeof x === "number" && typeof y === "number") return map([x, y]);
  return value.map((inner) => mappedCoordinates(inner, map));
}

function eachPosition(geometry: unknown, visit: (position: Pair) => void): void {
  const { geometries, coordinates } = (geometry ?? {}) as { geometries?: unknown; coordinates?: unknown };
  if (Array.isArray(geometries)) for (const part of geometries) eachPosition(part, visit);
  else visitCoordinates(coordinates, visit);
}

function visitCoordinates(value: unknown, visit: (position: Pair) => void): void {
  if (!Array.isArray(value)) return;
  const [x, y] = value;
  if (typeof x === "number" && typeof y === "number") visit([x, y]);
  else for (const inner of value) visitCoordinates(inner, visit);
}
