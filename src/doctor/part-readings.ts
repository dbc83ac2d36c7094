import type { Position } from "geojson";
import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { grouped } from "../model/grouped.js";
import { layerOverlaps, type PairArea } from "../overlap/layer-overlaps.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";
import { areaText, type ExaminedArea } from "./finding.js";
import { LEAST_M2, SAME_SHARE } from "./least-overlap.js";

/** A part of an area that has several. */
export interface Part {
  /** The area, by index. */
  readonly owner: number;
  readonly rings: Position[][];
}

/** How two parts of an area that lie over each other are read. */
export interface PartReading {
  readonly kind:
    | "TWICE" // they are one part, drawn twice
    | "HOLE" // the smaller one is a hole in the larger: other areas have that land
    | "JOINED"; // what both have is the area's
  readonly larger: Part;
  readonly smaller: Part;
  /** What both have. */
  readonly areaM2: number;
  /** The areas that have the land of a hole. */
  readonly owners: readonly string[];
}

/** Reads every two parts of an area that lie over each other, by what the rest of the layer says; by area. */
export function partReadings(
  areas: readonly ExaminedArea[],
  parts: readonly Part[],
  plane: EqualAreaPlane,
): ReadonlyMap<number, readonly PartReading[]> {
  const layer = partsLayer(parts, plane);
  const pairs = layerOverlaps(layer, layer).filter(
    ({ a, b, areaM2 }) => a < b && parts[a]?.owner === parts[b]?.owner && areaM2 > LEAST_M2,
  );
  if (pairs.length === 0) return new Map();
  const owners = otherOwners(areas, parts, pairs, plane);
  const gone = new Set<number>();
  const found = pairs.flatMap(({ a, b, areaM2 }): PartReading[] => {
    const [larger, smaller] = (layer.areaM2[a] ?? 0) < (layer.areaM2[b] ?? 0) ? [b, a] : [a, b];
    const [largerPart, smallerPart] = [parts[larger], parts[smaller]];
    if (gone.has(a) || gone.has(b) || largerPart === undefined || smallerPart === undefined) return [];
    const kind = kindOf(areaM2, layer.areaM2[larger] ?? 0, layer.areaM2[smaller] ?? 0, owners.get(smaller)?.share ?? 0);
    if (kind !== "JOINED") gone.add(smaller);
    return [{ kind, larger: largerPart, smaller: smallerPart, areaM2, owners: owners.get(smaller)?.names ?? [] }];
  });
  return grouped(found, ({ larger }) => larger.owner);
}

function kindOf(sharedM2: number, largerM2: number, smallerM2: number, shareOfOthers: number): PartReading["kind"] {
  if (sharedM2 > SAME_SHARE * largerM2) return "TWICE";
  return sharedM2 > SAME_SHARE * smallerM2 && shareOfOthers > SAME_SHARE ? "HOLE" : "JOINED";
}

interface OtherOwners {
  /** Of the part's land, 0 to 1. */
  readonly share: number;
  readonly names: readonly string[];
}

/** Which other areas of the layer have the land of the parts, by part. */
function otherOwners(
  areas: readonly ExaminedArea[],
  parts: readonly Part[],
  pairs: readonly PairArea[],
  plane: EqualAreaPlane,
): ReadonlyMap<number, OtherOwners> {
  const asked = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const layer = partsLayer(
    asked.flatMap((part) => parts[part] ?? []),
    plane,
  );
  const shared = grouped(layerOverlaps(layer, measuredLayer(areas, plane)), ({ a }) => a);
  return new Map(
    asked.map((part, i): [number, OtherOwners] => {
      const elsewhere = (shared.get(i) ?? []).filter(({ b, areaM2 }) => b !== parts[part]?.owner && areaM2 > LEAST_M2);
      const sharedM2 = elsewhere.reduce((sum, { areaM2 }) => sum + areaM2, 0);
      const names = elsewhere.flatMap(({ b }) => areas[b] ?? []).map(areaText);
      return [part, { share: sharedM2 / (layer.areaM2[i] ?? 1), names }];
    }),
  );
}

function partsLayer(parts: readonly Part[], plane: EqualAreaPlane): MeasuredLayer {
  return measuredLayer(
    parts.map(({ rings }, i) => ({ code: `${i}`, boundary: { type: "Polygon", coordinates: rings } })),
    plane,
  );
}
