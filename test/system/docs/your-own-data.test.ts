import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.js";
import { AUTHORITIES, FOOTPRINTS, temporaryFolderWith } from "../../support/draw-files.js";
import { PROGRAM } from "../../support/program.js";
import { type RealServer, startServerOver } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS, realStorePath } from "../../support/real-store.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const DOC = readFileSync(`${ROOT}docs/your-own-data.md`, "utf8");
const COMMANDS = [...DOC.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = ""]) => text.trim().split("\n"));
const [QUERY = ""] = [...DOC.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text);
const PREFIX = "npm run coterminous -- ";

describe("the walk of docs/your-own-data.md", () => {
  const folder = temporaryFolderWith({
    "forces.geojson": FOOTPRINTS,
    "councils.geojson": AUTHORITIES,
    "people.csv": "code,lon,lat,population\na,-1.5,51.5,60\nb,-0.5,51.5,40\n",
  });
  const storePath = join(folder, "store.sqlite");
  beforeAll(() => copyFileSync(realStorePath(), storePath), BUILD_TIMEOUT_MS); // with the shipped editions built
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs a command as the walk has it, from a folder with its files. */
  function run(command: string): string {
    const parameters = [...command.slice(PREFIX.length).matchAll(/"([^"]*)"|\S+/g)].map(
      ([all, quoted]) => quoted ?? all,
    );
    const env = {
      ...process.env,
      COTERMINOUS_STORE: storePath,
      COTERMINOUS_GEODATA: join(folder, "my-geodata"),
    };
    return execFileSync(process.execPath, [PROGRAM, ...parameters], {
      cwd: folder,
      env,
      encoding: "utf8",
      stdio: "pipe",
    });
  }

  function command(word: string, nth = 0): string {
    const found = COMMANDS.filter((line) => line.startsWith(`${PREFIX}${word} `))[nth];
    if (found === undefined) throw new Error(`docs/your-own-data.md shows no ${word}`);
    return found;
  }

  /** Has the database served for as long as questions are asked. */
  async function withServer<Result>(ask: (server: RealServer) => Promise<Result>): Promise<Result> {
    const server = await startServerOver(openStore(storePath));
    return ask(server).finally(() => server.stop());
  }

  it("has no step but those that run here", () => {
    expect(COMMANDS.map((line) => line.replace(PREFIX, "").split(" ")[0])).toEqual([
      "doctor",
      "import",
      "npm",
      "import",
      "remove",
    ]);
  });

  it("begins with the doctor, who finds the files in order and writes the map of the findings", () => {
    const report = run(command("doctor"));

    expect(report).toContain("forces.geojson and councils.geojson: tolerance");
    expect(JSON.parse(readFileSync(join(folder, "places.geojson"), "utf8")).type).toBe("FeatureCollection");
  });

  it("imports the edition, which then answers the query and has a map", async () => {
    const report = run(command("import"));
    const { data, map } = await withServer(async (server) => ({
      data: await server.ask(QUERY),
      map: await server.request("/maps/police-2025/footprints.geojson"),
    }));

    expect(report).toContain("codes from code, names from name (guessed)");
    expect(data).toMatchObject({ spanningAuthorities: [{ authority: { name: "Middle" }, footprintCount: 2 }] });
    expect(map.json).toMatchObject({
      features: [{ properties: { name: "East" } }, { properties: { name: "West" } }],
    });
  });

  it("adds people, who then weigh the same question", async () => {
    run(command("import", 1));

    const data = await withServer((server) =>
      server.ask(
        `{ spanningAuthorities(edition: "police-2025", weight: POPULATION) { authority { name population } } }`,
      ),
    );

    expect(data).toEqual({ spanningAuthorities: [{ authority: { name: "Middle", population: 100 } }] });
  });

  it("takes the edition away again, and nothing else", async () => {
    run(command("remove"));

    const { editions } = await withServer((server) =>
      server.ask<{ editions: { id: string }[] }>("{ editions { id } }"),
    );

    expect(existsSync(join(folder, "my-geodata", "police-2025"))).toBe(false);
    expect(editions.map(({ id }) => id).sort()).toEqual(["icb-2024", "stp-2017"]);
  });
});
