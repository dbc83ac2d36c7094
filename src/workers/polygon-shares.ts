import type { Boundary } from "../model/boundary.js";
import type { MeasuredPolygon, PolygonShare } from "../model/measured-polygon.js";
import { areasAtPoints, IN_NONE } from "../overlap/areas-at-points.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import { polygonOverlaps } from "../overlap/polygon-overlaps.js";
import { overlapThicknessM } from "../overlap/thickness.js";
import type { LocatedBlocks, PointBlocks } from "./polygon-task.js";

/** Measures a checked polygon against a layer: land, people and thickness of what it shares with each area. */
export function polygonShares(boundary: Boundary, layer: MeasuredLayer, people: LocatedBlocks | null): MeasuredPolygon {
  const { areaM2, polygon, pairs } = polygonOverlaps(layer, boundary);
  const areas = new Map(pairs.map((pair) => [pair.b, pair.areaM2]));
  const populations = people === null ? null : peopleByArea(people, polygon, boundary);
  const shares: PolygonShare[] = [];
  for (const area of new Set([...areas.keys(), ...(populations?.keys() ?? [])])) {
    shares.push({
      code: layer.codes[area] ?? "",
      wholeM2: layer.areaM2[area] ?? 0,
      areaM2: areas.get(area) ?? 0,
      population: populations === null ? null : (populations.get(area) ?? 0),
      thicknessM: areas.has(area) ? overlapThicknessM(polygon, 0, layer, area) : 0,
    });
  }
  return { areaM2, shares };
}

/** People of the blocks inside a polygon, by the area of the layer that they lie in. */
function peopleByArea(
  { blocks, areaOfBlock }: LocatedBlocks,
  polygon: MeasuredLayer,
  boundary: Boundary,
): ReadonlyMap<number, number> {
  const near = blocksInBox(blocks, boundary);
  const lonLats = Float64Array.from(near.flatMap((i) => [blocks.lons[i] ?? Number.NaN, blocks.lats[i] ?? Number.NaN]));
  const inPolygon = areasAtPoints(polygon, lonLats);
  const populations = new Map<number, number>();
  for (const [place, block] of near.entries()) {
    const area = areaOfBlock[block] ?? IN_NONE;
    if (inPolygon[place] === IN_NONE || area === IN_NONE) continue;
    populations.set(area, (populations.get(area) ?? 0) + (blocks.populations[block] ?? 0));
  }
  return populations;
}

function blocksInBox({ lons, lats }: PointBlocks, { type, coordinates }: Boundary): number[] {
  const positions = type === "Polygon" ? coordinates.flat() : coordinates.flat(2);
  const [west, south, east, north] = positions.reduce(
    ([w, s, e, n], [lon = 0, lat = 0]) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)],
    [Infinity, Infinity, -Infinity, -Infinity] as readonly [number, number, number, number],
  );
  return [...lons.keys()].filter((i) => {
    const [lon = Number.NaN, lat = Number.NaN] = [lons[i], lats[i]];
    return lon >= west && lon <= east && lat >= south && lat <= north;
  });
}
