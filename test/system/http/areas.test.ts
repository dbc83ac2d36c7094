import { readFileSync } from "node:fs";
import { area as turfArea } from "@turf/turf";
import { feature } from "topojson-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditionId } from "../../../src/model/code.js";
import type { IndexedFacts } from "../../../src/model/facts.js";
import { expectWithin } from "../../support/expect-within.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS, realFacts, SHIPPED_EDITIONS } from "../../support/real-store.js";

interface Sized {
  readonly code: string;
  readonly areaKm2: number;
}

const ENGLAND_KM2 = 130_522.6; // PostGIS, geography on WGS 84
const ENGLAND_ON_THE_SPHERE_KM2 = 130_005; // turf.area
const HECTARES_PER_KM2 = 100;
const SUMS_AGREE = { percent: 1e-7 }; // a share of 1e-9

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

async function fetchSizes(list: string): Promise<readonly Sized[]> {
  const { found } = await server.ask<{ found: { nodes: Sized[] } }>(`{ found: ${list} { nodes { code areaKm2 } } }`);
  return found.nodes;
}

function totalKm2(areas: readonly Sized[]): number {
  return areas.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
}

describe("on the ellipsoid,", () => {
  it("England has 130,522.6 km2", async () => {
    const councils = await fetchSizes("authorities(tier: LOWER)");

    expect(councils).toHaveLength(326);
    expectWithin(totalKm2(councils), ENGLAND_KM2, { percent: 0.005 });
  });

  it.each(SHIPPED_EDITIONS)("footprints, both tiers and members cover the same land in %s", async (edition) => {
    const { members } = await realFacts(edition);

    const footprintsKm2 = totalKm2(await fetchSizes(`footprints(edition: "${edition}")`));
    const upperKm2 = totalKm2(await fetchSizes(`authorities(edition: "${edition}", tier: UPPER)`));
    const lowerKm2 = totalKm2(await fetchSizes(`authorities(edition: "${edition}", tier: LOWER)`));
    const membersKm2 = members.reduce((sum, { areaM2 }) => sum + areaM2 / 1e6, 0);

    expectWithin(upperKm2, footprintsKm2, SUMS_AGREE);
    expectWithin(lowerKm2, footprintsKm2, SUMS_AGREE);
    expectWithin(membersKm2, footprintsKm2, SUMS_AGREE);
  });

  it.each(SHIPPED_EDITIONS)("the overlaps of each footprint and of each council sum to it in %s", async (edition) => {
    const { footprints, authorities, overlaps } = await realFacts(edition);

    for (const tier of ["UPPER", "LOWER"] as const) {
      for (const { code, areaM2 } of footprints) {
        const own = overlaps.filter(({ footprintCode, tiers }) => footprintCode === code && tiers.includes(tier));
        expectWithin(
          own.reduce((sum, overlap) => sum + overlap.areaM2, 0),
          areaM2,
          SUMS_AGREE,
        );
      }
    }
    for (const { code, areaM2 } of authorities) {
      const own = overlaps.filter(({ authorityCode }) => authorityCode === code);
      expectWithin(
        own.reduce((sum, overlap) => sum + overlap.areaM2, 0),
        areaM2,
        SUMS_AGREE,
      );
    }
  });
});

describe("against the Standard Area Measurements of the Office for National Statistics,", () => {
  const { hectares } = JSON.parse(readFileSync("test/expected/standard-areas.json", "utf8")) as {
    readonly hectares: Readonly<Record<string, number>>;
  };
  const standardKm2 = (code: string) => (hectares[code] ?? Number.NaN) / HECTARES_PER_KM2;

  it("each of the 326 lower-tier councils of 2017 is within 0.3 %", async () => {
    const councils = await fetchSizes("authorities(tier: LOWER)");

    expect(councils.map(({ code }) => code)).toEqual(Object.keys(hectares).sort());
    for (const { code, areaKm2 } of councils) expectWithin(areaKm2, standardKm2(code), { percent: 0.3 });
  });

  it("half of them are within 0.07 %", async () => {
    const councils = await fetchSizes("authorities(tier: LOWER)");

    const percents = councils.map(({ code, areaKm2 }) => 100 * Math.abs(areaKm2 / standardKm2(code) - 1));
    const [below = Number.NaN, above = Number.NaN] = percents.sort((a, b) => a - b).slice(162, 164);

    expect((below + above) / 2).toBeLessThan(0.07);
  });
});

describe("by a second way, Turf's area on the sphere,", () => {
  let facts: IndexedFacts;
  let sphereM2ByCode: ReadonlyMap<string, number>;

  beforeAll(async () => {
    facts = await realFacts("stp-2017");
    const topology = await server.store.topology("stp-2017" as EditionId, "FULL");
    const councils = topology?.objects.lower_tier;
    if (topology === null || councils === undefined) throw new Error("no boundaries of the lower tier");
    sphereM2ByCode = new Map(
      feature(topology, councils).features.map((council) => [String(council.id), turfArea(council)]),
    );
  });

  it("England is 0.40 % smaller: 130,005 km2", () => {
    const sphereKm2 = [...sphereM2ByCode.values()].reduce((sum, areaM2) => sum + areaM2, 0) / 1e6;

    expectWithin(sphereKm2, ENGLAND_ON_THE_SPHERE_KM2, { by: 0.5 });
    expectWithin(100 * (1 - sphereKm2 / ENGLAND_KM2), 0.4, { by: 0.005 });
  });

  it("every council of the lower tier is smaller by just as much as the ellipsoid's curvature at its latitude says", () => {
    for (const { code, areaM2, bbox, tiers } of facts.authorities) {
      if (!tiers.includes("LOWER")) continue;
      const [, south, , north] = bbox;
      const sphereM2 = sphereM2ByCode.get(code) ?? Number.NaN;

      expectWithin(areaM2, sphereM2 * ellipsoidToSphere((south + north) / 2), { percent: 0.01 });
    }
  });
});

/** How much larger a small area at a latitude is on WGS 84 than on the sphere of mean radius. */
function ellipsoidToSphere(latitude: number): number {
  const equatorialRadiusM = 6_378_137;
  const flattening = 1 / 298.257223563;
  const meanRadiusM = 6_371_008.8; // Turf's
  const e2 = flattening * (2 - flattening);
  const w2 = 1 - e2 * Math.sin((latitude * Math.PI) / 180) ** 2;
  const meridianRadiusM = (equatorialRadiusM * (1 - e2)) / w2 ** 1.5;
  const normalRadiusM = equatorialRadiusM / w2 ** 0.5;
  return (meridianRadiusM * normalRadiusM) / meanRadiusM ** 2;
}
