import { describe, expect, it } from "vitest";
import { detectColumns } from "../../../src/import/columns/detect-columns.js";
import type { VectorLayer } from "../../../src/import/formats/vector-layer.js";
import { ImportError } from "../../../src/import/import-error.js";

type Row = Readonly<Record<string, string | number>>;

function fileOf(...rows: readonly Row[]): VectorLayer {
  const features = rows.map((columns, i) => ({ columns, where: `feature ${i + 1}`, geometry: null }));
  return { file: "x.geojson", format: "GeoJSON", sha256: "", crs: null, features } as VectorLayer;
}

const detect = (...rows: readonly Row[]) => detectColumns(fileOf(...rows), { code: null, name: null }, "--lower");

function refusal(...rows: readonly Row[]): string {
  try {
    return `taken: ${detect(...rows).statement}`;
  } catch (error) {
    expect(error).toBeInstanceOf(ImportError);
    return (error as Error).message;
  }
}

describe("a column of codes that is guessed", () => {
  it("is the layer's own beside that of what it lies in, without a word of the other", () => {
    const ward = (ward: string, district: string) => ({ LAD24CD: district, LAD24NM: "D", WD24CD: ward, WD24NM: ward });

    expect(detect(ward("E05000001", "E07000001"), ward("E05000002", "E07000001")).statement).toBe(
      "codes from WD24CD, names from WD24NM (guessed)",
    );
  });

  it("is refused when one code is there twice among many: names do not silently take its place", () => {
    const row = (code: string, name: string) => ({ LAD17CD: code, LAD17NM: name, FID: name });

    expect(refusal(row("E07000001", "A"), row("E07000002", "B"), row("E07000003", "C"), row("E07000001", "D"))).toBe(
      `x.geojson, feature 4: LAD17CD "E07000001" occurs in feature 1 too. Give every area one feature (several parts as one MultiPolygon) and a unique code, or name another column with --lower-code: LAD17NM, FID.`,
    );
  });

  it("is refused when every part of an area is a feature, whose numbers would be taken for codes", () => {
    const part = (fid: number, code: string, name: string) => ({ FID: fid, LAD17CD: code, LAD17NM: name });

    const message = refusal(part(1, "E1", "A"), part(2, "E1", "A"), part(3, "E2", "B"), part(4, "E2", "B"));

    expect(message.split("\n")).toEqual([
      expect.stringMatching(/^x\.geojson, feature 2: LAD17CD "E1" occurs in feature 1 too\. /),
      expect.stringMatching(/^x\.geojson, feature 4: LAD17CD "E2" occurs in feature 3 too\. /),
    ]);
  });

  it("passes over a country's code that many areas have, and says so", () => {
    const region = (id: string, country: string) => ({ NUTS_ID: id, CNTR_CODE: country, NUTS_NAME: `Region ${id}` });

    expect(detect(region("AT1", "AT"), region("AT2", "AT"), region("BE1", "BE"), region("BE2", "BE")).statement).toBe(
      "codes from NUTS_ID, not from CNTR_CODE, where AT occurs 2 times, names from NUTS_NAME (guessed)",
    );
  });
});
