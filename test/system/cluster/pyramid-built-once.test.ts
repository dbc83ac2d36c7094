import { watch } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { BUILD_TIMEOUT_MS, realStorePath } from "../../support/real-store.js";
import { temporaryFolder } from "../../support/small-edition.js";
import { startProgram } from "./start-program.js";

const PATIENCE = { timeout: 60_000, interval: 100 };
const PROCESS_COUNT = 2;

/** A drawing on its way: the file that it is to be, and the process that made it. */
const ON_ITS_WAY = /^(\w+\.json)\.(\d+)\.part$/;

test(
  "an edition that all processes want tiles of at once is drawn by one of them, for all",
  async () => {
    const folder = temporaryFolder();
    const storePath = join(folder, "served.sqlite");
    const zooms = join(folder, "zooms");
    await copyFile(realStorePath(), storePath);
    await mkdir(zooms);
    const seen = new Set<string>();
    const watcher = watch(zooms, (_, name) => name !== null && seen.add(name));
    const program = await startProgram({
      COTERMINOUS_STORE: storePath,
      COTERMINOUS_PROCESSES: String(PROCESS_COUNT),
    });
    const text = async (path: string) =>
      (await fetch(`${program.address}${path}`, { headers: { connection: "close" } })).text();
    await vi.waitFor(
      async () => expect(await text("/metrics")).toContain(`coterminous_processes ${PROCESS_COUNT}`),
      PATIENCE,
    );

    // Each connection goes to the next process.
    const tiles = await Promise.all(
      Array.from({ length: 2 * PROCESS_COUNT }, () =>
        fetch(`${program.address}/tiles/stp-2017/6/31/20.mvt`, { headers: { connection: "close" } }),
      ),
    );

    await program.stop();
    watcher.close();
    expect(tiles.map(({ status }) => status)).toEqual(tiles.map(() => 200));
    const drawn = [...seen].map((name) => ON_ITS_WAY.exec(name)?.[1]).filter((name) => name !== undefined);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).toEqual([...new Set(drawn)]);
  },
  BUILD_TIMEOUT_MS,
);
