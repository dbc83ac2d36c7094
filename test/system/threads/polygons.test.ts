import { topology } from "topojson-server";
import { afterEach, expect, test } from "vitest";
import { equalAreaProjection } from "../../../packages/overlap/src/projection/cylindrical-equal-area.js";
import { openPolygonPool, type PolygonPool } from "../../../src/server/threads/polygons.js";
import { box } from "../../support/box.js";

// A chessboard of 20 by 20 squares of a tenth of a degree, a person in the middle of each.
const SQUARES = Array.from({ length: 400 }, (_, i) => ({ west: (i % 20) / 10, south: 50 + Math.floor(i / 20) / 10 }));
const CHESSBOARD = {
  type: "FeatureCollection" as const,
  features: SQUARES.map(({ west, south }, i) => ({
    type: "Feature" as const,
    id: String(1000 + i),
    properties: {},
    geometry: box(west, south, west + 0.1, south + 0.1),
  })),
};
const PEOPLE = {
  lonLats: Float64Array.from(SQUARES.flatMap(({ west, south }) => [west + 0.05, south + 0.05])),
  populations: new Int32Array(400).fill(1),
};

let pool: PolygonPool;

afterEach(() => pool.close());

async function chessboard() {
  const layer = await pool.prepareLayer({
    topology: JSON.stringify(topology({ lower_tier: CHESSBOARD })),
    layer: "lower_tier",
    projection: equalAreaProjection([0, 50, 2, 52]),
  });
  return { layer, people: await pool.locatePeople({ layer, people: PEOPLE }) };
}

test("a polygon over four squares has all of one and a part of three", async () => {
  pool = openPolygonPool();
  const { layer, people } = await chessboard();

  const { shares } = await pool.measure(box(0, 50, 0.12, 50.12), layer, people);

  expect(
    shares.map(({ code, population, areaM2, wholeM2 }) => [code, population, Number((areaM2 / wholeM2).toFixed(2))]),
  ).toEqual([
    ["1000", 1, 1],
    ["1001", 0, 0.2],
    ["1020", 0, 0.2],
    ["1021", 0, 0.04],
  ]);
});

test("a polygon that takes too long is given up, and the next is measured", async () => {
  pool = openPolygonPool({ maxMs: 1_500 });
  const { layer, people } = await chessboard();

  await expect(pool.measure(star(20_000), layer, people)).rejects.toThrow(
    "geometry takes more than 1.5 s to measure; simplify it or send parts",
  );

  const { shares } = await measureWhenReady(layer, people);
  expect(shares).toHaveLength(1);
});

/** Starting a thread takes a while on a busy machine, and is no fault of the polygon. */
async function measureWhenReady(
  ...to: readonly [Awaited<ReturnType<typeof chessboard>>["layer"], Awaited<ReturnType<typeof chessboard>>["people"]]
) {
  for (;;) {
    try {
      return await pool.measure(box(0.02, 50.02, 0.08, 50.08), ...to);
    } catch (error) {
      if (!String(error).includes("takes more than")) throw error;
    }
  }
}

test("a polygon more than may wait is refused, those before it are measured", async () => {
  pool = openPolygonPool({ maxWaiting: 2 });
  const { layer, people } = await chessboard();
  const ask = () => pool.measure(box(0, 50, 0.1, 50.1), layer, people);

  const [first, second, third] = await Promise.allSettled([ask(), ask(), ask()]);

  expect([first.status, second.status]).toEqual(["fulfilled", "fulfilled"]);
  expect(third).toMatchObject({
    reason: { message: "2 polygons are waiting to be measured; try again in some seconds" },
  });
});

test("what cannot be measured says so in its own words on this side of the thread", async () => {
  pool = openPolygonPool();
  const { layer, people } = await chessboard();
  const crossed = {
    type: "Polygon" as const,
    coordinates: [
      [
        [0, 50],
        [1, 51],
        [1, 50],
        [0, 51],
        [0, 50],
      ],
    ],
  };

  await expect(pool.measure(crossed, layer, people)).rejects.toMatchObject({
    name: "PolygonError",
    feature: "geometry, outer ring",
    what: "crosses itself near [0.5, 50.5]",
  });
});

/** As many thin rays as half its corners, all over the board. */
function star(corners: number) {
  const ring = Array.from({ length: corners }, (_, i) => {
    const angleRad = (2 * Math.PI * i) / corners;
    const radius = i % 2 === 0 ? 0.9 : 0.05;
    return [1 + radius * Math.cos(angleRad), 51 + radius * Math.sin(angleRad)];
  });
  return { type: "Polygon" as const, coordinates: [[...ring, ring[0]!]] };
}
