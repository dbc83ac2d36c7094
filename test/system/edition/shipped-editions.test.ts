import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { dissolveEdition } from "../../../src/edition/dissolve/dissolve-edition.js";
import { readRecipe } from "../../../src/edition/dissolve/recipe.js";
import type { EditionInput } from "../../../src/edition/read-edition.js";
import { readEdition } from "../../../src/edition/read-edition.js";
import { HAS_INPUT_FILES, INPUT_FOLDER, NEEDS_INPUT_FILES } from "../../support/input-files.js";
import { GEODATA } from "../../support/real-store.js";
import { temporaryFolder } from "../../support/small-edition.js";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const MAX_BYTES = 4_000_000;

const EDITIONS = [
  { edition: "stp-2017", inputs: join(INPUT_FOLDER, "2017"), blockFile: "lsoa-2011.topojson" },
  { edition: "icb-2024", inputs: join(INPUT_FOLDER, "2024"), blockFile: "lsoa-2021.topojson" },
];

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe.each(EDITIONS)("the edition $edition", ({ edition, inputs, blockFile }) => {
  const folder = join(GEODATA, edition);
  const topology = () => JSON.parse(readFileSync(join(folder, "boundaries.topojson"), "utf8")) as Topology;
  let read: EditionInput;

  it("is read without a problem", () => {
    read = readEdition(folder);

    expect(read.edition.id).toBe(edition);
  });

  it("takes less than 4 MB for its boundaries and blocks together", () => {
    const bytes = ["boundaries.topojson", "blocks.csv"].map((name) => statSync(join(folder, name)).size);

    expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(MAX_BYTES);
  });

  it("draws its four layers on one table of arcs, each arc used and none of them twice", () => {
    const { arcs, objects } = topology();

    const used = Object.values(objects).flatMap((layer) => {
      if (layer.type !== "GeometryCollection") throw new Error(`a layer is a ${layer.type}`);
      return layer.geometries.flatMap((shape) => ("arcs" in shape ? (shape.arcs as number[][][]).flat(3) : []));
    });
    expect(Object.keys(objects).sort()).toEqual(["footprints", "lower_tier", "members", "upper_tier"]);
    expect(new Set(used.map((arc) => (arc < 0 ? ~arc : arc))).size).toBe(arcs.length);
    const drawn = arcs.map((arc) => JSON.stringify(arc));
    expect(new Set(drawn).size).toBe(arcs.length);
  });

  it("says of every source who published it, its licence and what to say of it", () => {
    const { sources } = read.edition;

    for (const { publisher, title, licence, attribution } of sources) {
      expect([publisher, title, licence, attribution].every((text) => text.length > 0)).toBe(true);
    }
    expect(sources.filter(({ licence }) => licence === "Open Government Licence v3.0").length).toBeGreaterThan(0);
  });

  it.skipIf(!HAS_INPUT_FILES)(
    `is what its recipe makes of the input files, byte for byte (${NEEDS_INPUT_FILES})`,
    () => {
      const target = join(temporaryFolder(), edition);

      dissolveEdition(readRecipe(join(GEODATA, "recipes", `${edition}.json`)), { folder: inputs, target });

      expect(readdirSync(target).sort()).toEqual(readdirSync(folder).sort());
      for (const name of readdirSync(target))
        expect([name, sha256(join(folder, name))]).toEqual([name, sha256(join(target, name))]);
    },
  );

  it.skipIf(!HAS_INPUT_FILES)(`is on the grid of the input blocks (${NEEDS_INPUT_FILES})`, () => {
    const source = JSON.parse(readFileSync(join(inputs, blockFile), "utf8")) as Topology;

    expect(topology().transform).toEqual(source.transform);
  });

  it.skipIf(!HAS_INPUT_FILES)(
    `names the SHA-256 of each input file that it was made from (${NEEDS_INPUT_FILES})`,
    () => {
      const inputSums = new Set(readdirSync(inputs).map((name) => sha256(join(inputs, name))));

      const sums = read.edition.sources.flatMap((source) => source.sha256 ?? []);

      expect(sums.length).toBeGreaterThan(0);
      for (const sum of sums) expect(inputSums).toContain(sum);
    },
  );
});

describe("the project", () => {
  it.skipIf(!HAS_INPUT_FILES)(`keeps no input file as it stands (${NEEDS_INPUT_FILES})`, () => {
    const inputSums = new Map(filesBelow(INPUT_FOLDER).map((path) => [sha256(path), path]));
    const kept = ["geodata", "test", "docs", "web", "src", "schema"].flatMap((name) =>
      existsSync(join(PROJECT, name)) ? filesBelow(join(PROJECT, name)) : [],
    );

    for (const path of kept) expect(inputSums.get(sha256(path))).toBeUndefined();
  });
});
