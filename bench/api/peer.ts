import { readFileSync } from "node:fs";
import type { IndexedFacts } from "../../src/model/facts.js";
import { startPostGis } from "../postgis.js";
import { type ServerProcess, startPostGraphile } from "./server-process.js";

/** PostGraphile 4 on a PostgreSQL 15 of its own that holds an edition's facts; stop() takes both away. */
export async function startPeer(facts: IndexedFacts): Promise<ServerProcess> {
  const postgres = startPostGis();
  try {
    await postgres.run(readFileSync(new URL("peer.sql", import.meta.url), "utf8"));
    await postgres.run(`
      ${copied(
        "footprint",
        facts.footprints.map(({ code, name, areaM2 }) => [code, name, areaM2]),
      )}
      ${copied(
        "authority",
        facts.authorities.map(({ code, name, tiers, areaM2, population }) => [
          code,
          name,
          tiers.includes("UPPER"),
          areaM2,
          population,
        ]),
      )}
      ${copied(
        "overlap",
        facts.overlaps.map((overlap) => [
          overlap.authorityCode,
          overlap.footprintCode,
          overlap.areaM2,
          overlap.population,
          overlap.thicknessM,
        ]),
      )}
      vacuum analyze;`);
    const socketFolder = (await postgres.run("show unix_socket_directories")).trim();
    const peer = await startPostGraphile(socketFolder);
    return {
      url: peer.url,
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

function copied(table: string, rows: readonly (readonly unknown[])[]): string {
  return `copy coterminous.${table} from stdin;\n${rows.map((row) => row.join("\t")).join("\n")}\n\\.\n`;
}
