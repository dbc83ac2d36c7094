import { join } from "node:path";
import type { Command } from "commander";
import { buildIfNeeded } from "../build/build.js";
import type { Config } from "../config.js";
import { BadInputError } from "../model/bad-input-error.js";
import { parseEditionId } from "../model/code.js";
import { EXPORT_KINDS, type ExportKind, exportName } from "../model/export-name.js";
import { codeVersion } from "../server/data/code-version.js";
import { openStore } from "../store/open-store.js";
import { leastZooms } from "../tiles/least-zooms.js";
import { ALL_ZOOMS, MOST_ZOOM } from "../topology/zoom-topologies.js";
import { openDrawnZooms } from "../workers/drawn-zooms.js";

/** `export`: without a file, to the folder from which the server serves exports, in every format. */
export function addExport(commands: Command, config: Config): void {
  commands
    .command("export")
    .description("write all vector tiles of an edition to a file that map clients read without this server")
    .argument("<edition>", "the edition: stp-2017")
    .argument("[file]", "where to: tiles.mbtiles or tiles.pmtiles; both, to be served at /exports, when left out")
    .option("--most-zoom <zoom>", `the last zoom, 0 to ${MOST_ZOOM}`, String(MOST_ZOOM))
    .action(async (edition: string, file: string | undefined, { mostZoom }: { mostZoom: string }) => {
      const zoom = zoomFrom(mostZoom);
      const { exportTiles } = await import("../exports/export-tiles.js");
      await buildIfNeeded(config);
      const store = openStore(config.storePath);
      const { dataVersion, editions } = await store.loadFacts();
      const zooms = openDrawnZooms({
        topologyText: (editionId) => store.topologyText(editionId, "FULL"),
        leastZooms: (editionId) => {
          const facts = editions.get(editionId);
          return facts === undefined ? ALL_ZOOMS : leastZooms(facts);
        },
        folder: config.zoomsFolder,
        codeVersion: codeVersion(),
      });
      try {
        const served = (kind: ExportKind) => exportName(parseEditionId(edition), dataVersion, kind);
        const paths =
          file === undefined ? EXPORT_KINDS.map((kind) => join(config.exportsFolder, served(kind))) : [file];
        const { tileCount, largestTileBytes } = await exportTiles(store, edition, { ...zooms, paths, mostZoom: zoom });
        process.stdout.write(
          `${tileCount} tiles to ${paths.join(" and ")}, the largest of ${largestTileBytes} bytes\n`,
        );
      } finally {
        await zooms.close();
        await store.close();
      }
    });
}

function zoomFrom(text: string): number {
  const zoom = Number(text);
  if (/^\d{1,2}$/.test(text) && zoom <= MOST_ZOOM) return zoom;
  throw new BadInputError(`--most-zoom is ${JSON.stringify(text)}; it can be 0 to ${MOST_ZOOM}`);
}
