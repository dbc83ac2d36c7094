import type { EqualAreaPlane } from "../geometry/equal-area-plane.js";
import { polygonsOf } from "../overlap/layer-rings.js";
import { measuredLayer } from "../overlap/measured-layer.js";
import { type ExaminedArea, someOf } from "./finding.js";
import { kmSquaredText, m2Text, percentText } from "./lengths.js";
import type { Mend } from "./mended-boundary.js";
import { MOST_DOUBTFUL_SHARE } from "./most-doubtful-share.js";
import { type Part, type PartReading, partReadings } from "./part-readings.js";
import { placeOf, placeText } from "./place-of.js";
import { redrawnParts } from "./redrawn-parts.js";
import type { AreaMend, AreaRefusal, SettledAreas } from "./settled.js";

/**
 * Areas whose parts lie apart. A part that is there twice is left out once; one over another is a hole in it where other
 * areas of the layer have that land, and joined to it otherwise.
 *
 *     ┌─────────┐     the inner square is published as a part beside the
 *     │  ┌───┐  │     outer one: where another area has it, it is a hole,
 *     │  └───┘  │     and was counted twice instead of not at all
 *     └─────────┘
 */
export function settledParts<Area extends ExaminedArea>(
  areas: readonly Area[],
  plane: EqualAreaPlane,
): SettledAreas<Area> {
  const parts = areas.flatMap(({ boundary }, owner) => {
    const polygons = polygonsOf(boundary);
    return polygons.length < 2 ? [] : polygons.map((rings): Part => ({ owner, rings }));
  });
  const readings = partReadings(areas, parts, plane);
  const mends: AreaMend[] = [];
  const refused: AreaRefusal[] = [];
  const settled = areas.flatMap((area, owner): Area[] => {
    const own = readings.get(owner);
    if (own === undefined) return [area];
    const { code, name } = area;
    const mended = { ...area, boundary: redrawnParts(area.boundary, own) };
    const [beforeM2 = 0, afterM2 = 0] = measuredLayer([area, mended], plane).areaM2;
    const doubtful = own.filter(({ kind }) => kind === "JOINED");
    const doubtfulM2 = doubtful.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const [first] = doubtful;
    if (first !== undefined && doubtfulM2 > MOST_DOUBTFUL_SHARE * afterM2) {
      refused.push({ code, name, ...refusalOf(first, doubtfulM2 / afterM2) });
      return [];
    }
    const change = `its area is ${kmSquaredText(afterM2)} and not ${kmSquaredText(beforeM2)}`;
    for (const reading of own) mends.push({ code, name, ...mendOf(reading, change) });
    return [mended];
  });
  return { areas: settled, mends, refused };
}

function mendOf(reading: PartReading, change: string): Mend {
  const { kind, owners } = reading;
  const done = {
    TWICE: "counted once",
    HOLE: `the inner one is a hole, since ${someOf(owners, 3)} has that land`,
    JOINED: "joined, so that it counts once",
  }[kind];
  return { what: whatIsWrong(reading), done: `${done}; ${change}`, at: placeOfPart(reading), changesArea: true };
}

function refusalOf(reading: PartReading, share: number): Omit<AreaRefusal, "code" | "name"> {
  return {
    what: `${whatIsWrong(reading)}: ${percentText(share)} of its area depends on whether that is land or a hole`,
    remedy: "make the inner part a hole of the outer one, or take it out",
    at: placeOfPart(reading),
  };
}

function whatIsWrong(reading: PartReading): string {
  const [size, place] = [m2Text(reading.areaM2), placeText(placeOfPart(reading))];
  return reading.kind === "TWICE"
    ? `has a part of ${size} ${place} twice`
    : `has parts over each other ${place}, with ${size} in both`;
}

function placeOfPart({ smaller }: PartReading): Mend["at"] {
  return placeOf({ type: "Polygon", coordinates: smaller.rings });
}
