import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seededRandom } from "../../../bench/harness.js";
import { editionBounds } from "../../../src/api/tiles/tile-json.js";
import { addressesIn, type TileSource, tileSource } from "../../../src/api/tiles/tile-source.js";
import type { TileAddress } from "../../../src/cartography/tiles/tile-grid.js";
import type { IndexedFacts } from "../../../src/model/facts.js";
import { type DecodedFeature, type DecodedTile, decodeTile, type Position } from "../../support/decode-tile.js";
import { HAS_GDAL, invalidCount } from "../../support/gdal.js";
import { openRealPyramid } from "../../support/real-pyramid.js";
import { BUILD_TIMEOUT_MS, openRealStore, realFacts, SHIPPED_EDITIONS } from "../../support/real-store.js";

const MAX_TILE_BYTES = 100_000;
const WHOLE_ZOOMS = [0, 1, 2, 3, 4, 5, 6, 7]; // all of their tiles
const SAMPLED_ZOOMS = [8, 9, 10, 11, 12];
const SAMPLE = 12; // tiles a zoom; all of them with COTERMINOUS_LONG_TESTS=1, some minutes
const POLYGONS = 3;
const AREA_LAYERS = ["footprints", "upper_tier", "lower_tier", "members"];

interface Cut {
  readonly address: TileAddress;
  readonly bytes: Uint8Array;
  readonly tile: DecodedTile;
}

describe.each(SHIPPED_EDITIONS)("%s", (edition) => {
  const store = { current: null as ReturnType<typeof openRealStore> | null };
  const tiles = new Map<number, readonly Cut[]>();
  let facts: IndexedFacts;

  beforeAll(async () => {
    facts = await realFacts(edition);
    const opened = openRealStore();
    store.current = opened;
    const zooms = openRealPyramid(opened);
    const source = tileSource({ facts, zoomTopology: (zoom) => zooms.zoomTopology(facts.edition.id, zoom) });
    const random = seededRandom(2017);
    for (const zoom of [...WHOLE_ZOOMS, ...SAMPLED_ZOOMS]) {
      const all = addressesIn(editionBounds(facts), zoom);
      const isWhole = WHOLE_ZOOMS.includes(zoom) || process.env.COTERMINOUS_LONG_TESTS === "1";
      tiles.set(zoom, await cutTiles(source, isWhole ? all : shuffle(all, random), isWhole ? all.length : SAMPLE));
    }
  }, BUILD_TIMEOUT_MS);
  afterAll(() => store.current?.close());

  test.skipIf(!HAS_GDAL)(
    `GEOS finds every area of every tile valid${HAS_GDAL ? "" : " (GDAL's ogrinfo is not installed)"}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "coterminous-tiles-"));
      const shapes = [...tiles.values()].flat().flatMap(({ tile }) => [...tile.values()].flat().filter(isPolygon));
      const lines = shapes.map(({ parts }) =>
        JSON.stringify({ type: "Feature", properties: {}, geometry: asGeojson(parts) }),
      );
      writeFileSync(join(folder, "shapes.geojsonl"), `${lines.join("\n")}\n`);

      expect(shapes.length).toBeGreaterThan(5_000);
      expect(await invalidCount(join(folder, "shapes.geojsonl"), "shapes")).toBe(0);
      rmSync(folder, { recursive: true });
    },
  );

  test.each(WHOLE_ZOOMS)("at zoom %i no area has vanished", (zoom) => {
    const { footprints, authorities, members } = facts;
    const codes = {
      footprints,
      upper_tier: authorities.filter(({ tiers }) => tiers.includes("UPPER")),
      lower_tier: authorities.filter(({ tiers }) => tiers.includes("LOWER")),
      members,
    };
    for (const [layer, areas] of Object.entries(codes)) {
      const drawn = (tiles.get(zoom) ?? []).flatMap(({ tile }) => tile.get(layer) ?? []);
      expect(new Set(drawn.map(({ properties }) => properties.code))).toEqual(new Set(areas.map(({ code }) => code)));
    }
  });

  test("no tile has 100 kB, before it is compressed", () => {
    for (const { address, bytes } of [...tiles.values()].flat()) {
      expect(bytes.length, JSON.stringify(address)).toBeLessThan(MAX_TILE_BYTES);
    }
  });

  test("neighbours overlap nowhere: the areas of a layer add up to what all of them cover", () => {
    for (const { address, tile } of [...tiles.values()].flat()) {
      const [land, ...others] = AREA_LAYERS.map((layer) => (tile.get(layer) ?? []).flatMap(({ parts }) => parts));
      const twice = (rings: readonly (readonly Position[])[] = []) =>
        rings.reduce((sum, ring) => sum + twiceArea(ring), 0);
      for (const rings of others) expect(twice(rings), JSON.stringify(address)).toBe(twice(land));
    }
  });
});

async function cutTiles(source: TileSource, addresses: readonly TileAddress[], most: number): Promise<Cut[]> {
  const cut: Cut[] = [];
  for (const address of addresses) {
    if (cut.length === most) break;
    const bytes = await source.tile(address);
    if (bytes !== null) cut.push({ address, bytes, tile: decodeTile(bytes) });
  }
  return cut;
}

function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function isPolygon({ type }: DecodedFeature): boolean {
  return type === POLYGONS;
}

/** Rings as the specification groups them: an outer one runs clockwise on the screen, its holes after it the other way. */
function asGeojson(rings: readonly (readonly Position[])[]) {
  const polygons: Position[][][] = [];
  for (const ring of rings) {
    const closed = [...ring, ring[0]!];
    if (twiceArea(ring) > 0) polygons.push([closed]);
    else polygons.at(-1)!.push(closed);
  }
  return { type: "MultiPolygon", coordinates: polygons };
}

function twiceArea(ring: readonly Position[]): number {
  return ring.reduce((sum, [ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    return sum + ax * by - bx * ay;
  }, 0);
}
