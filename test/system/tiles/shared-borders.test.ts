import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PyramidCache } from "../../../src/cartography/pyramid-cache.js";
import { pyramidLevel } from "../../../src/cartography/tiles/pyramid-level.js";
import type { TileAddress } from "../../../src/cartography/tiles/tile-grid.js";
import { vectorTile } from "../../../src/cartography/tiles/vector-tile.js";
import { mercatorX, mercatorY } from "../../../src/cartography/web-mercator.js";
import type { Store } from "../../../src/store/store.js";
import { type DecodedFeature, type DecodedTile, decodeTile, type Position } from "../../support/decode-tile.js";
import { openRealPyramid } from "../../support/real-pyramid.js";
import { BUILD_TIMEOUT_MS, openRealStore, SHIPPED_EDITIONS } from "../../support/real-store.js";

// What neighbours draw of their border, one each way:
//
//      +----a----+
//      |    A    |          A has  d->c, B has c->d: together nothing.
//      d----<----c          What is left of a layer after that is the border of the land,
//      d---->----c          which all four layers must draw alike.
//      |    B    |
//      +----b----+

const [NEAR, FAR] = [-1 / 64, 1 + 1 / 64]; // of a tile's side: where it is cut, or beyond
const LAYERS = ["footprints", "upper_tier", "lower_tier", "members"];

let store: Store;
let zooms: PyramidCache;
beforeAll(() => {
  store = openRealStore();
  zooms = openRealPyramid(store);
}, BUILD_TIMEOUT_MS);
afterAll(async () => {
  await zooms.close();
  await store.close();
});

/** Tiles of a zoom all over England: the whole of it at low zooms, along its borders and coasts at high ones. */
const PLACES: readonly (readonly [lon: number, lat: number])[] = [
  [-0.09, 51.51], // the City of London
  [-6.3, 49.92], // the Isles of Scilly
  [-2.0, 55.77], // Berwick-upon-Tweed
  [1.7, 52.5], // Lowestoft
  [-3.0, 53.4], // Liverpool and the Wirral
  [-1.15, 52.95], // Nottingham
  [-0.35, 53.74], // Hull and the Humber
  [-2.24, 53.48], // Manchester
  [-1.1, 50.8], // Portsmouth harbour
  [0.9, 51.4], // the Medway
];

describe.each(SHIPPED_EDITIONS)("%s", (edition) => {
  test.each([0, 3, 5, 6, 7, 9, 10, 12])("at zoom %i no border parts, in any layer", async (zoom) => {
    const cut = await tileCutter(edition, zoom);

    for (const address of tilesAt(zoom)) {
      const tile = cut(address);
      if (tile === null) continue;
      const [land, ...others] = LAYERS.map((layer) => netEdges(tile.get(layer) ?? []));

      for (const edges of others) expect(edges).toEqual(land);
    }
  });

  test.each([5, 6, 7, 9, 10, 12])(
    "at zoom %i every layer covers the same land, to the last square unit",
    async (zoom) => {
      const cut = await tileCutter(edition, zoom);

      for (const address of tilesAt(zoom)) {
        const tile = cut(address);
        if (tile === null) continue;
        const [land, ...others] = LAYERS.map((layer) => twiceLayerArea(tile.get(layer) ?? []));

        for (const area of others) expect(area, JSON.stringify(address)).toBe(land);
      }
    },
  );
});

test("a place inside one area has the whole square and its buffer", async () => {
  const cut = await tileCutter("stp-2017", 12);

  const tile = cut(tileAt([-2.4, 55.25], 12)); // the Cheviots, far from any border

  expect(tile?.get("footprints")?.map(({ parts }) => parts.map(twiceArea))).toEqual([[2 * (4096 * (FAR - NEAR)) ** 2]]);
});

test("outer rings run clockwise on the screen and holes the other way", async () => {
  const cut = await tileCutter("stp-2017", 8);

  const rings = tilesAt(8).flatMap((address) =>
    LAYERS.flatMap(
      (layer) =>
        cut(address)
          ?.get(layer)
          ?.map(({ parts }) => parts) ?? [],
    ),
  );

  expect(rings.length).toBeGreaterThan(100);
  for (const [outer] of rings) expect(twiceArea(outer!)).toBeGreaterThan(0);
});

type TileCutter = (address: TileAddress) => DecodedTile | null;

const cutters = new Map<string, Promise<TileCutter>>();

/** Cuts tiles of a zoom; each is cut once, however many tests look at it. */
function tileCutter(edition: string, zoom: number): Promise<TileCutter> {
  const key = `${edition} ${zoom}`;
  const cutter = cutters.get(key) ?? newTileCutter(edition, zoom);
  cutters.set(key, cutter);
  return cutter;
}

async function newTileCutter(edition: string, zoom: number): Promise<TileCutter> {
  const topology = await zooms.zoomTopology(edition as never, zoom);
  if (topology === null) throw new Error(`${edition} has no zoom ${zoom}`);
  const grid = pyramidLevel(topology);
  const tiles = new Map<string, DecodedTile | null>();
  return (address) => {
    const key = `${address.x} ${address.y}`;
    const known = tiles.get(key);
    if (known !== undefined) return known;
    const bytes = vectorTile(grid, new Map(), address);
    const tile = bytes === null ? null : decodeTile(bytes);
    tiles.set(key, tile);
    return tile;
  };
}

/** The tiles that hold the places, each once: at low zooms one holds many. */
function tilesAt(zoom: number): TileAddress[] {
  const tiles = PLACES.map((place) => tileAt(place, zoom));
  return [...new Map(tiles.map((tile) => [`${tile.x} ${tile.y}`, tile])).values()];
}

function tileAt([lon, lat]: readonly [lon: number, lat: number], z: number): TileAddress {
  return { z, x: Math.floor(mercatorX(lon) * 2 ** z), y: Math.floor(mercatorY(lat) * 2 ** z) };
}

/** Edges that no neighbour runs the other way, sorted; those along the box around a tile are nobody's border. */
function netEdges(features: readonly DecodedFeature[]): string[] {
  const counts = new Map<string, number>();
  const extent = features[0]?.extent ?? 0;
  for (const [a, b] of features.flatMap(({ parts }) => parts.flatMap(edgesOf))) {
    if (isAlongBox(a, b, extent)) continue;
    const isForward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
    const key = isForward ? `${a} ${b}` : `${b} ${a}`;
    counts.set(key, (counts.get(key) ?? 0) + (isForward ? 1 : -1));
  }
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => `${key}: ${count}`)
    .sort();
}

function edgesOf(ring: readonly Position[]): (readonly [Position, Position])[] {
  return ring.map((position, i) => [position, ring[(i + 1) % ring.length]!]);
}

function isAlongBox(a: Position, b: Position, extent: number): boolean {
  return [0, 1].some((axis) => a[axis] === b[axis] && (a[axis]! <= NEAR * extent || a[axis]! >= FAR * extent));
}

function twiceLayerArea(features: readonly DecodedFeature[]): number {
  return features.flatMap(({ parts }) => parts.map(twiceArea)).reduce((sum, area) => sum + area, 0);
}

function twiceArea(ring: readonly Position[]): number {
  return edgesOf(ring).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0);
}
