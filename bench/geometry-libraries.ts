import { createRequire } from "node:module";
import type { MainModule, Paths64 } from "clipper2-wasm/dist/clipper2z.js";
import type { Position } from "geojson";
import initGeosJs from "geos-wasm";
import { geojsonToGeosGeom } from "geos-wasm/helpers";
import { type Boundary, polygonsOf } from "../packages/overlap/src/boundary.js";
import { type EqualAreaProjection, project } from "../packages/overlap/src/projection/cylindrical-equal-area.js";
import type { CandidatePair } from "./sample-pairs.js";

/** A library that intersects every candidate pair on one thread, from geometries decoded and projected beforehand. */
export interface GeometryLibrary {
  /** The sum of all shared areas, square metres: proof that the work was done. */
  totalM2(): number;
}

// Its declarations lie beside neither of its builds, so they are named here.
const loadClipper2 = createRequire(import.meta.url)("clipper2-wasm") as () => Promise<MainModule>;

const MM_PER_M = 1000;

/** Clipper2 compiled to WebAssembly, on whole millimetres. */
export async function clipper2(
  pairs: readonly CandidatePair[],
  projection: EqualAreaProjection,
): Promise<GeometryLibrary> {
  const clipper = await loadClipper2();
  const toPaths = (boundary: Boundary): Paths64 => {
    const paths = new clipper.Paths64();
    for (const ring of polygonsOf(boundary).flat()) {
      const path = clipper.MakePath64(
        projectRing(ring, projection)
          .flat()
          .map((metres) => Math.round(metres * MM_PER_M)),
      );
      paths.push_back(path);
      path.delete();
    }
    return paths;
  };
  const decoded = decodePairs(pairs, toPaths);
  return {
    totalM2() {
      let total = 0;
      for (const [a, b] of decoded) {
        const shared = clipper.Intersect64(a, b, clipper.FillRule.EvenOdd);
        total += clipper.AreaPaths64(shared);
        shared.delete();
      }
      return total / MM_PER_M ** 2;
    },
  };
}

/** GEOS compiled to WebAssembly. */
export async function geos(pairs: readonly CandidatePair[], projection: EqualAreaProjection): Promise<GeometryLibrary> {
  const geos = await initGeosJs();
  const toGeometry = (boundary: Boundary): number =>
    geojsonToGeosGeom(
      {
        type: "MultiPolygon",
        coordinates: polygonsOf(boundary).map((rings) => rings.map((ring) => projectRing(ring, projection))),
      },
      geos,
    );
  const decoded = decodePairs(pairs, toGeometry);
  const area = geos.Module._malloc(Float64Array.BYTES_PER_ELEMENT);
  return {
    totalM2() {
      let total = 0;
      for (const [a, b] of decoded) {
        const shared = geos.GEOSIntersection(a, b);
        geos.GEOSArea(shared, area);
        total += geos.Module.getValue(area, "double");
        geos.GEOSGeom_destroy(shared);
      }
      return total;
    },
  };
}

function projectRing(ring: readonly Position[], projection: EqualAreaProjection): Position[] {
  return ring.map(([lon = 0, lat = 0]) => [...project(projection, [lon, lat])]);
}

// Each area once, however many pairs it is in.
function decodePairs<T>(
  pairs: readonly CandidatePair[],
  decode: (boundary: Boundary) => T,
): readonly (readonly [T, T])[] {
  const decoded = new Map<Boundary, T>();
  const get = (boundary: Boundary): T => {
    const known = decoded.get(boundary) ?? decode(boundary);
    decoded.set(boundary, known);
    return known;
  };
  return pairs.map(({ a, b }) => [get(a.boundary), get(b.boundary)] as const);
}
