import { readFileSync } from "node:fs";
import { area } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature, merge } from "topojson-client";
import { beforeAll, describe, expect, it } from "vitest";
import { doubleRingArea, ringsOf } from "../../../src/cartography/arc-indices.js";
import { arcNetwork } from "../../../src/cartography/arc-network.js";
import type { EditionId } from "../../../src/model/code.js";
import { type Detail, LAYER_NAMES, type LayerName } from "../../../src/model/layer.js";
import type { LayerTopology } from "../../../src/model/topology.js";
import { BUILD_TIMEOUT_MS, GEODATA, openRealStore, SHIPPED_EDITIONS } from "../../support/real-store.js";
import { countTouchingEdges } from "../../support/touching-edges.js";

const MAX_CHANGE: Readonly<Record<Detail, number>> = { LOW: 0.02, MEDIUM: 0.001, FULL: 0.0001 };
const DETAILS = Object.keys(MAX_CHANGE) as Detail[];

const stored = new Map<string, LayerTopology>();
const at = (edition: string, detail: Detail) => stored.get(`${edition} ${detail}`) as LayerTopology;
const readPublished = memoize(
  (edition: string): LayerTopology => JSON.parse(readFileSync(`${GEODATA}/${edition}/boundaries.topojson`, "utf8")),
);

beforeAll(async () => {
  const store = openRealStore();
  for (const edition of SHIPPED_EDITIONS) {
    for (const detail of DETAILS) {
      const topology = await store.topology(edition as unknown as EditionId, detail);
      if (topology !== null) stored.set(`${edition} ${detail}`, topology);
    }
  }
  await store.close();
}, BUILD_TIMEOUT_MS);

// The area of each area by layer: several tests ask for those of one topology.
const areasByLayer = memoize(
  (topology: LayerTopology) => new Map(LAYER_NAMES.map((layer) => [layer, computeAreas(topology, layer)])),
);

function areas(topology: LayerTopology, layer: LayerName): ReadonlyMap<string, number> {
  return areasByLayer(topology).get(layer) ?? new Map();
}

function computeAreas(topology: LayerTopology, layer: LayerName): ReadonlyMap<string, number> {
  const { geometries = [] } = topology.objects[layer] ?? {};
  return new Map(geometries.map((geometry) => [String(geometry.id), area(feature(topology, geometry) as Feature)]));
}

const lines = memoize((topology: LayerTopology): number[][][] => {
  const { lonLat, arcs } = arcNetwork(topology);
  return arcs.map((arc) => [...arc].map((vertex) => [lonLat[2 * vertex] ?? 0, lonLat[2 * vertex + 1] ?? 0]));
});

/** The same function, which works out each answer once. */
function memoize<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const answers = new Map<Key, Value>();
  return (key) => {
    const known = answers.get(key) ?? answer(key);
    answers.set(key, known);
    return known;
  };
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

// Every edge of an outline, the same whichever way it is drawn and wherever its rings begin.
function outlineEdges({ coordinates }: MultiPolygon): Set<string> {
  const edges = coordinates
    .flat()
    .flatMap((ring) => ring.slice(1).map((b, k) => [String(ring[k]), String(b)].sort().join(" ")));
  return new Set(edges);
}

describe.each(SHIPPED_EDITIONS)("%s", (edition) => {
  describe.each(DETAILS)("%s", (detail) => {
    it("has edges that touch nowhere but in the ends they share", () => {
      expect(countTouchingEdges(lines(at(edition, detail)))).toBe(0);
    });

    it("keeps every area within its limit", () => {
      const original = readPublished(edition);
      for (const layer of LAYER_NAMES) {
        const before = areas(original, layer);
        const after = areas(at(edition, detail), layer);
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [code, areaM2] of before) {
          const change = Math.abs((after.get(code) ?? 0) / areaM2 - 1);
          expect(change, `${layer} ${code}`).toBeLessThan(MAX_CHANGE[detail]);
        }
      }
    });

    it("keeps every ring, wound as it was, as a triangle at least", () => {
      const before = planarLines(readPublished(edition));
      const after = planarLines(at(edition, detail));
      const rings = ringsOf(readPublished(edition).objects);
      expect(rings.length).toBeGreaterThan(1000);
      for (const ring of rings) {
        expect(Math.sign(doubleRingArea(ring, after))).toBe(Math.sign(doubleRingArea(ring, before)));
        expect(sum(ring.map((index) => (after[index < 0 ? ~index : index]?.length ?? 0) - 1))).toBeGreaterThan(2);
      }
    });

    it("has layers that cover the same land without gaps or overlaps", () => {
      const topology = at(edition, detail);
      const outlines = LAYER_NAMES.map((layer) => {
        const outline = merge(topology, (topology.objects[layer]?.geometries ?? []) as never);
        const unionM2 = area({ type: "Feature", properties: {}, geometry: outline });
        expect(Math.abs(unionM2 - sum(areas(topology, layer).values())), layer).toBeLessThan(1);
        return outlineEdges(outline);
      });
      for (const outline of outlines) expect(outline).toEqual(outlines[0]);
    });

    it("draws the pieces of divided councils so that they make up the council", () => {
      const topology = at(edition, detail);
      const pieces = new Map<string, number>();
      for (const geometry of topology.objects.overlaps?.geometries ?? []) {
        const [, council = ""] = String(geometry.id).split(" ");
        const pieceM2 = area(feature(topology, geometry) as Feature<Polygon | MultiPolygon>);
        pieces.set(council, (pieces.get(council) ?? 0) + pieceM2);
      }
      const councils = new Map([...areas(topology, "upper_tier"), ...areas(topology, "lower_tier")]);
      expect(pieces.size).toBeGreaterThan(15);
      for (const [council, piecesM2] of pieces) {
        expect(Math.abs(piecesM2 - (councils.get(council) ?? 0)), council).toBeLessThan(1);
      }
    });

    it("is on a lattice of at most six decimals", () => {
      const [step = 0] = at(edition, detail).transform?.scale ?? [];
      expect(step).toBeGreaterThanOrEqual(1e-6);
      expect(Math.abs(1 / step - Math.round(1 / step))).toBeLessThan(1e-6);
    });
  });
});

// The arcs with longitudes and latitudes taken for a plane's: enough to see which way a ring is wound.
function planarLines(topology: LayerTopology): (readonly (readonly [number, number])[])[] {
  return lines(topology).map((line) => line.map(([lon = 0, lat = 0]) => [lon, lat] as const));
}
