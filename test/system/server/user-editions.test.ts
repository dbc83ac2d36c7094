import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../../../src/server/server.js";
import { openStore } from "../../../src/store/open-store.js";
import { box } from "../../support/box.js";
import { drawEdition } from "../../support/draw-edition.js";
import { PROGRAM } from "../../support/program.js";
import { BUILD_TIMEOUT_MS, realStorePath } from "../../support/real-store.js";
import { temporaryFolder } from "../../support/small-edition.js";

const PATIENCE = { timeout: 60_000, interval: 50 };

const logged: string[] = [];
const folder = temporaryFolder();
const ownFolder = join(folder, "own");
const storePath = join(folder, "served.sqlite");
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(ownFolder);
  copyFileSync(realStorePath(), storePath);
  server = await startServer({
    store: openStore(storePath),
    storePath,
    webFolder: join(folder, "web"),
    port: 0,
    host: "127.0.0.1",
    log: (message) => void logged.push(message),
  });
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

/** Runs the command line: what it wrote and how it ended. */
async function command(...parameters: readonly string[]) {
  const env = { ...process.env, COTERMINOUS_STORE: storePath, COTERMINOUS_GEODATA: ownFolder };
  const run = promisify(execFile)(process.execPath, [PROGRAM, ...parameters], { env });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  );
}

async function editionIds(): Promise<readonly string[]> {
  const query = encodeURIComponent("{ editions { id } authorities { totalCount } }");
  const response = await fetch(`${server.address}/graphql?query=${query}`);
  const { data } = (await response.json()) as { data: { editions: { id: string }[]; authorities: object } };
  expect(data.authorities).toEqual({ totalCount: 152 });
  return data.editions.map(({ id }) => id);
}

test("an edition added, and one removed, are noticed by a running server, and no request on the way fails", async () => {
  let isOver = false;
  const asking = (async () => {
    for (; !isOver; ) await editionIds();
  })();
  const square = box(0, 50, 0.1, 50.1);
  const layers = { footprints: [{ code: "F", boundary: square }], lower_tier: [{ code: "A", boundary: square }] };
  drawEdition(ownFolder, { id: "mine", layers });
  const broken = drawEdition(ownFolder, { id: "broken", layers });
  writeFileSync(join(broken, "areas.csv"), "layer,code\n");

  const built = await command("build");
  await vi.waitFor(async () => expect(await editionIds()).toEqual(["stp-2017", "icb-2024", "mine"]), PATIENCE);

  // The shipped editions are taken over: nothing of them is measured again.
  expect(built.stderr).not.toContain("stp-2017");
  expect(built.stderr).toMatch(/edition broken has \d+ problems; it is left out/);
  expect(built.stdout).toMatch(/^data version [0-9a-f]{16}\n$/);
  expect(built.code).toBe(1);

  const removed = await command("remove", "mine");
  await vi.waitFor(async () => expect(await editionIds()).toEqual(["stp-2017", "icb-2024"]), PATIENCE);
  isOver = true;
  await asking;

  expect(removed.code).toBe(0);
  expect(existsSync(join(ownFolder, "mine"))).toBe(false);
  expect(logged).toEqual([]);
});

test("a folder of own editions that is named and not there is refused with the remedy", async () => {
  const nowhere = join(folder, "nowhere");

  const { code, stderr } = await command("build", "--geodata", nowhere);

  expect(code).toBe(1);
  expect(stderr).toBe(`there is no folder ${nowhere}; create it, or name another with --geodata\n`);
});
