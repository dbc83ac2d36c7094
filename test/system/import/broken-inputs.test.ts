import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BadInputError } from "../../../packages/overlap/src/errors.js";
import { type BrokenInput, brokenInputs, VALID_FILES } from "../../cases/broken-files/broken-inputs.js";
import { temporaryFolderWith } from "../../support/draw-files.js";
import { importLayers, type LayerFiles } from "../../support/import-layers.js";
import { PROGRAM } from "../../support/program.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const INPUTS = brokenInputs();

function layersIn(folder: string, { lower = "a.geojson", footprints = "f.geojson" }: Partial<BrokenInput>): LayerFiles {
  const within = (file: NonNullable<LayerFiles["lower_tier"]>) =>
    typeof file === "string" ? join(folder, file) : { ...file, address: join(folder, file.address ?? "") };
  return { footprints: within(footprints), lower_tier: within(lower) };
}

describe(`each of ${INPUTS.length} broken inputs is refused with what is wrong and what to do, and leaves nothing behind:`, () => {
  it("40 at least are tried", () => expect(INPUTS.length).toBeGreaterThanOrEqual(40));

  it.each(INPUTS)("$what", async (input) => {
    const folder = temporaryFolderWith({ ...VALID_FILES, ...input.files });
    folders.push(folder);
    const editions = join(folder, "editions");

    const refused = await importLayers(editions, layersIn(folder, input)).then(
      () => null,
      (error: unknown) => error,
    );

    expect(refused).toBeInstanceOf(BadInputError);
    expect((refused as Error).message).toMatch(input.says);
    expect((refused as Error).message).toMatch(/\. [A-Z].*\.$/m);
    expect(existsSync(editions)).toBe(false);
  });

  it("a gigabyte of zeros, which is not even read", async () => {
    const folder = temporaryFolderWith(VALID_FILES);
    folders.push(folder);
    writeFileSync(join(folder, "x.geojson"), "{");
    truncateSync(join(folder, "x.geojson"), 1_000_000_000); // sparse: it takes no room

    await expect(importLayers(join(folder, "editions"), layersIn(folder, { lower: "x.geojson" }))).rejects.toThrow(
      /x.geojson: the file has 1000 MB; the limit is 500 MB. Generalise the boundaries/,
    );
  });
});

describe("what is in order", () => {
  it("is imported from the same folders, so that the refusals above are for what they say", async () => {
    const folder = temporaryFolderWith(VALID_FILES);
    folders.push(folder);

    await importLayers(join(folder, "editions"), layersIn(folder, {}));

    expect(readdirSync(join(folder, "editions"))).toEqual(["imported"]);
  });

  it("is not written over an edition that is there", async () => {
    const folder = temporaryFolderWith(VALID_FILES);
    folders.push(folder);
    mkdirSync(join(folder, "editions", "imported"), { recursive: true });

    await expect(importLayers(join(folder, "editions"), layersIn(folder, {}))).rejects.toThrow(
      /the edition exists already. Choose another id, or pass --replace/,
    );
    expect(readdirSync(join(folder, "editions", "imported"))).toEqual([]);
  });
});

describe("the command line", () => {
  const run = (...parameters: readonly string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...parameters], { encoding: "utf8" });

  it("ends with exit code 1 and the message alone, for an id that a shipped edition has as for a file that is not there", () => {
    const folder = temporaryFolderWith(VALID_FILES);
    folders.push(folder);
    const files = ["--footprints", join(folder, "f.geojson"), "--lower", join(folder, "a.geojson")];

    const taken = run("import", "stp-2017", ...files, "--geodata", join(folder, "editions"));
    const missing = run(
      "import",
      "mine",
      "--footprints",
      "none",
      "--lower",
      "none",
      "--geodata",
      join(folder, "editions"),
    );

    for (const { status, stderr } of [taken, missing]) {
      expect(status).toBe(1);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect(taken.stderr).toContain("the edition exists already. Choose another id: a shipped edition has this one");
    expect(missing.stderr).toContain("none: there is no such file");
    expect(existsSync(join(folder, "editions"))).toBe(false);
  });
});
