import type { Position } from "geojson";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { layerOverlaps } from "../overlap/layer-overlaps.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import type { ExaminedArea } from "./finding.js";
import { type Hole, type HoleReading, holeReadings, ringsLayer } from "./hole-readings.js";
import { LEAST_M2 } from "./least-overlap.js";
import { m2Text, percentText } from "./lengths.js";
import type { Mend } from "./mended-boundary.js";
import { MOST_DOUBTFUL_SHARE } from "./most-doubtful-share.js";
import { placeOf, placeText } from "./place-of.js";
import { boundaryOf, cutFrom } from "./redrawn-parts.js";
import type { AreaMend, AreaRefusal, SettledAreas } from "./settled.js";

type Rings = Position[][];

/**
 * Areas whose holes lie inside their polygon and apart. A hole outside its polygon goes to the polygon of the same area
 * that it lies in; where there is none it is left out, and so is what lies beyond the polygon of one across its border.
 *
 *     ┌──────┐
 *     │   ┌──┼──┐    what lies beyond is no hole in anything,
 *     │   └──┼──┘    yet it would be taken away from the area
 *     └──────┘
 */
export function settledHoles<Area extends ExaminedArea>(
  areas: readonly Area[],
  plane: EqualAreaPlane,
): SettledAreas<Area> {
  const holes = areas.flatMap(({ boundary }, owner) =>
    polygonsOf(boundary).flatMap(([outer = [], ...rings], polygon) =>
      rings.map((ring): Hole => ({ owner, polygon, outer, ring })),
    ),
  );
  const readings = holeReadings(holes, plane);
  const mends: AreaMend[] = [];
  const refused: AreaRefusal[] = [];
  const settled = areas.flatMap((area, owner): Area[] => {
    const own = readings.get(owner);
    if (own === undefined) return [area];
    const { code, name } = area;
    const polygons = polygonsOf(area.boundary);
    const homes = homesOf(own, polygons, plane);
    const mended = { ...area, boundary: redrawn(polygons, own, homes) };
    const doubtful = own.filter(({ hole }) => homes.get(hole) === undefined);
    const doubtfulM2 = doubtful.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const [first] = doubtful;
    const [areaM2 = 0] = measuredLayer([mended], plane).areaM2;
    if (first !== undefined && doubtfulM2 > MOST_DOUBTFUL_SHARE * areaM2) {
      refused.push({ code, name, ...refusalOf(first, doubtfulM2 / Math.max(areaM2, doubtfulM2)) });
      return [];
    }
    for (const reading of own) mends.push({ code, name, ...mendOf(reading, homes.get(reading.hole)) });
    return [mended];
  });
  return { areas: settled, mends, refused };
}

/** The polygon of the same area that a hole outside its own lies in, by index. */
function homesOf(
  readings: readonly HoleReading[],
  polygons: readonly Rings[],
  plane: EqualAreaPlane,
): ReadonlyMap<Hole, number> {
  const outside = readings.filter(({ kind }) => kind === "OUTSIDE").map(({ hole }) => hole);
  const [outers, strays] = [polygons.map(([outer = []]) => outer), outside.map(({ ring }) => ring)];
  const [outerLayer, strayLayer] = [ringsLayer(outers, plane), ringsLayer(strays, plane)];
  const found = layerOverlaps(outerLayer, strayLayer).flatMap(({ a, b, areaM2 }): [Hole, number][] => {
    const hole = outside[b];
    return hole !== undefined && areaM2 >= (strayLayer.areaM2[b] ?? 0) - LEAST_M2 ? [[hole, a]] : [];
  });
  return new Map(found);
}

function redrawn(polygons: readonly Rings[], readings: readonly HoleReading[], homes: ReadonlyMap<Hole, number>) {
  const outside = new Set(readings.filter(({ kind }) => kind === "OUTSIDE").map(({ hole }) => hole.ring));
  const isCut = new Set(readings.filter(({ kind }) => kind !== "OUTSIDE").map(({ hole }) => hole.polygon));
  return boundaryOf(
    polygons.flatMap(([outer = [], ...holes], p) => {
      const moved = [...homes].filter(([, home]) => home === p).map(([{ ring }]) => ring);
      const kept = [...holes.filter((ring) => !outside.has(ring)), ...moved];
      // What holes share, or have beyond the polygon, is for a clipper.
      return isCut.has(p) || moved.length > 0
        ? cutFrom(
            [outer],
            kept.map((ring) => [ring]),
          )
        : [[outer, ...kept]];
    }),
  );
}

function mendOf(reading: HoleReading, home: number | undefined): Mend {
  const done = {
    OUTSIDE: home === undefined ? "left out" : "made a hole of the part that it lies in",
    ACROSS: "cut at the border: what lies beyond it takes nothing away",
    SHARED: "taken away once",
  }[reading.kind];
  return { what: whatIsWrong(reading), done, at: placeOfHole(reading), changesArea: true };
}

function refusalOf(reading: HoleReading, share: number): Omit<AreaRefusal, "code" | "name"> {
  return {
    what: `${whatIsWrong(reading)}: ${percentText(share)} of its area depends on what is meant`,
    remedy: "give what is land as a polygon of its own, and holes inside the polygon that they are holes of",
    at: placeOfHole(reading),
  };
}

function whatIsWrong(reading: HoleReading): string {
  const [size, place] = [m2Text(reading.areaM2), placeText(placeOfHole(reading))];
  return {
    OUTSIDE: `has a hole of ${size} ${place} that lies outside its polygon`,
    ACROSS: `has a hole ${place} that reaches ${size} beyond its polygon`,
    SHARED: `has holes over each other ${place}, with ${size} in both`,
  }[reading.kind];
}

function placeOfHole({ hole }: HoleReading): Mend["at"] {
  return placeOf({ type: "Polygon", coordinates: [hole.ring] });
}
