import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../bench/harness.js";
import { IS_LONG_RUN } from "../../packages/overlap/test/random-cases.js";
import { readEdition } from "../../src/edition/read-edition.js";
import { openStore } from "../../src/store/open-store.js";
import { AUTHORITIES, FOOTPRINTS, temporaryFolderWith } from "../support/draw-files.js";
import { PROGRAM } from "../support/program.js";
import { BUILD_TIMEOUT_MS, realStorePath } from "../support/real-store.js";

const KILLS = IS_LONG_RUN ? 20 : 3;

describe(`an import that is killed at random moments, ${KILLS} times,`, () => {
  const folder = temporaryFolderWith({ "f.geojson": FOOTPRINTS, "a.geojson": AUTHORITIES });
  const own = join(folder, "my-geodata");
  const storePath = join(folder, "store.sqlite");
  const env = { ...process.env, COTERMINOUS_STORE: storePath, COTERMINOUS_GEODATA: own };
  const parametersOf = (id: string) => {
    const files = ["--footprints", join(folder, "f.geojson"), "--lower", join(folder, "a.geojson")];
    return [PROGRAM, "import", id, ...files, "--replace"];
  };
  let importMs = 0; // how long one takes that nobody kills: moments are drawn from all of it
  beforeAll(() => {
    copyFileSync(realStorePath(), storePath);
    const startMs = performance.now();
    expect(spawnSync(process.execPath, parametersOf("other"), { env }).status).toBe(0);
    importMs = performance.now() - startMs;
  }, BUILD_TIMEOUT_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("leaves what is served whole, the other editions as they were, and is swept by the next", {
    timeout: 300_000,
  }, async () => {
    const random = seededRandom(7);
    let killed = 0;
    const other = readFileSync(join(own, "other", "boundaries.topojson"), "utf8");
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(process.execPath, parametersOf("mine"), { env, stdio: "ignore" });
      const ended = once(child, "exit");
      await Promise.race([ended, after(random() * importMs)]);
      child.kill("SIGKILL");
      await ended;
      if (child.signalCode === "SIGKILL") killed++;

      if (existsSync(join(own, "mine"))) expect(readEdition(join(own, "mine")).layers.footprints).toHaveLength(2);
      expect(readFileSync(join(own, "other", "boundaries.topojson"), "utf8")).toBe(other);
      const store = openStore(storePath);
      const { editions } = await store.loadFacts();
      await store.close();
      expect([...editions.keys()].filter((id) => id !== "mine").sort()).toEqual(["icb-2024", "other", "stp-2017"]);
    }

    expect(killed).toBeGreaterThan(KILLS / 2); // the others had ended before
    expect(spawnSync(process.execPath, parametersOf("mine"), { env }).status).toBe(0);
    expect(readdirSync(own).sort()).toEqual(["mine", "other"]);
  });
});
