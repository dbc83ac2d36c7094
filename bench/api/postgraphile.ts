import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndexedFacts } from "../../src/model/facts.js";
import { type PostGis, startPostGis } from "../postgis.js";
import { type ServerProcess, spawnPostGraphile } from "./server-process.js";

/** PostGraphile 4 with a number of processes, on a temporary PostgreSQL 15 with an edition's facts; stop() removes both. */
export async function startPostGraphile(facts: IndexedFacts, processCount: number): Promise<ServerProcess> {
  const postgres = startPostGis();
  try {
    await postgres.run(readFileSync(new URL("postgraphile.sql", import.meta.url), "utf8"));
    await postgres.run(`${factsAsSql(facts)}\nvacuum analyze;`);
    const peer = await spawnPostGraphile(await readSetting(postgres, "unix_socket_directories"), processCount);
    const postmaster = readFileSync(join(await readSetting(postgres, "data_directory"), "postmaster.pid"), "utf8");
    return {
      url: peer.url,
      pids: [...peer.pids, Number.parseInt(postmaster, 10)],
      stop: async () => {
        await peer.stop();
        postgres.stop();
      },
    };
  } catch (error) {
    postgres.stop();
    throw error;
  }
}

async function readSetting(postgres: PostGis, setting: string): Promise<string> {
  return (await postgres.run(`show ${setting}`)).trim();
}

function factsAsSql({ footprints, authorities, overlaps }: IndexedFacts): string {
  return [
    copyStatement(
      "footprint",
      footprints.map(({ code, name, areaM2 }) => [code, name, areaM2]),
    ),
    copyStatement(
      "authority",
      authorities.map(({ code, name, tiers, areaM2, population }) => [
        code,
        name,
        tiers.includes("UPPER"),
        areaM2,
        population,
      ]),
    ),
    copyStatement(
      "overlap",
      overlaps.map(({ authorityCode, footprintCode, areaM2, population, thicknessM }) => [
        authorityCode,
        footprintCode,
        areaM2,
        population,
        thicknessM,
      ]),
    ),
  ].join("");
}

function copyStatement(table: string, rows: readonly (readonly unknown[])[]): string {
  return `copy coterminous.${table} from stdin;\n${rows.map((row) => row.join("\t")).join("\n")}\n\\.\n`;
}
