import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readEdition } from "../../../src/edition/read-edition.js";
import { measureEdition } from "../../../src/pipeline/build-edition.js";
import { HAS_GDAL } from "../../support/gdal.js";
import { importLayers } from "../../support/import-layers.js";
import { readShippedLayer } from "../../support/shipped-layers.js";

// Some of the shipped edition, at GeoJSON's usual six decimals, with a name that is not ASCII. North Yorkshire lies in
// four footprints, Durham in two.
const COUNTIES = ["E10000023", "E06000047", "E06000014"];
// What the look-up says of them: a footprint and a council each.
const LOOKED_UP = JSON.parse(readFileSync(new URL("../../expected/stp-2017.json", import.meta.url), "utf8"));
const PAIRS: string[][] = LOOKED_UP.tiers.UPPER.pairs.filter(([, county]: string[]) => COUNTIES.includes(county!));
const FEATURES = readShippedLayer("stp-2017", "upper_tier")
  .filter(({ code }) => COUNTIES.includes(code))
  .map(({ code, boundary }, i) => ({
    type: "Feature",
    properties: { CTY17CD: code, CTY17NM: i === 0 ? "Sir y Fflint – Flintshîre" : `County ${i}` },
    geometry: { ...boundary, coordinates: roundCoordinates(boundary.coordinates) },
  }));

function roundCoordinates(value: unknown): unknown {
  return Array.isArray(value) ? value.map(roundCoordinates) : Math.round((value as number) * 1e6) / 1e6;
}

// What each format is asked of ogr2ogr with, and the file to import then.
const FORMATS = [
  { name: "GeoJSON", parameters: ["-f", "GeoJSON"], file: "counties.geojson" },
  { name: "Shapefile", parameters: ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"], file: "counties.shp" },
  { name: "zipped Shapefile", parameters: ["-f", "ESRI Shapefile", "-lco", "ENCODING=UTF-8"], file: "counties.shz" },
  { name: "GeoPackage", parameters: ["-f", "GPKG"], file: "counties.gpkg" },
  { name: "FlatGeobuf", parameters: ["-f", "FlatGeobuf"], file: "counties.fgb" },
  { name: "KML", parameters: ["-f", "KML", "-dsco", "NameField=CTY17NM"], file: "counties.kml" },
];

describe.skipIf(!HAS_GDAL)("a layer written by GDAL (needs ogr2ogr)", () => {
  const folder = mkdtempSync(join(tmpdir(), "coterminous-formats-"));
  const source = join(folder, "source.geojson");
  const footprints = join(folder, "footprints.geojson");
  let expected: unknown;

  beforeAll(async () => {
    writeFileSync(source, JSON.stringify({ type: "FeatureCollection", features: FEATURES }));
    const features = readShippedLayer("stp-2017", "footprints")
      .filter(({ code }) => PAIRS.some(([footprint]) => footprint === code))
      .map(({ code, boundary }) => ({
        type: "Feature",
        properties: { code, name: `Footprint ${code}` },
        geometry: { ...boundary, coordinates: roundCoordinates(boundary.coordinates) },
      }));
    writeFileSync(footprints, JSON.stringify({ type: "FeatureCollection", features }));
    const answered = await importAnswers(source, "source");
    const pairs = answered.overlaps.map(({ footprintCode, authorityCode }) => `${footprintCode} ${authorityCode}`);
    expect(pairs.sort()).toEqual(PAIRS.map(([footprint, county]) => `${footprint} ${county}`).sort());
    expected = answered;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function importAnswers(path: string, into: string) {
    const { folder: edition } = await importLayers(join(folder, into), { footprints, upper_tier: path });
    const { overlaps, authorities } = measureEdition(readEdition(edition)).facts;
    return { overlaps, names: authorities.map(({ code, name }) => `${code} ${name}`) };
  }

  it.each(FORMATS)("as $name gives the same answers to the last digit", async (format) => {
    const path = join(folder, format.file);
    execFileSync("ogr2ogr", [...format.parameters, "-nln", "counties", path, source], { stdio: "pipe" });

    expect(await importAnswers(path, format.name)).toEqual(expected);
    expect(FEATURES).toHaveLength(3);
  });

  it("as TopoJSON with arcs shared gives the same answers to the last digit", async () => {
    const { topology } = await import("topojson-server");
    const path = join(folder, "counties.topojson");
    const collection = { type: "FeatureCollection", features: structuredClone(FEATURES) };
    writeFileSync(path, JSON.stringify(topology({ counties: collection as never })));

    expect(await importAnswers(path, "topojson")).toEqual(expected);
  });

  it("on the British National Grid is recognised by its metadata and lands within 3 m of where it was", async () => {
    for (const [file, driver] of [
      ["grid.shp", "ESRI Shapefile"],
      ["grid.gpkg", "GPKG"],
      ["grid.geojson", "GeoJSON"],
    ] as const) {
      const path = join(folder, file);
      execFileSync("ogr2ogr", ["-f", driver, "-t_srs", "EPSG:27700", path, source], { stdio: "pipe" });

      const { layers, folder: edition } = await importLayers(join(folder, `${file}-in`), {
        footprints,
        upper_tier: path,
      });

      expect(layers[1]?.statements.join()).toContain("British National Grid), accurate to about 2 m");
      expect(await worstShiftM(edition)).toBeLessThan(3);
    }
  }, 120_000);

  /** How far some of the counties' corners are from where any was, metres. */
  async function worstShiftM(edition: string): Promise<number> {
    const original = FEATURES.flatMap(({ geometry }) => corners(geometry.coordinates));
    const some = readEdition(edition).layers.upper_tier.flatMap(({ boundary }) =>
      corners(boundary.coordinates).slice(0, 30),
    );
    const shifts = some.map(([lon, lat]) =>
      original.reduce((least, [lon0, lat0]) => {
        const eastM = (lon - lon0) * 111_320 * Math.cos((lat * Math.PI) / 180);
        return Math.min(least, Math.hypot(eastM, (lat - lat0) * 111_320));
      }, Infinity),
    );
    return Math.max(...shifts);
  }

  it("leaves nothing of the import but the edition", () => {
    expect(readdirSync(join(folder, "GeoPackage"))).toEqual(["imported"]);
  });
});

function corners(coordinates: unknown): (readonly [number, number])[] {
  const list = coordinates as unknown[];
  return typeof list[0] === "number" ? [list as unknown as [number, number]] : list.flatMap(corners);
}
