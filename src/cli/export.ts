import { join } from "node:path";
import { BadInputError } from "@coterminous/overlap";
import type { Command } from "commander";
import { EXPORT_KINDS, type ExportKind, exportName } from "../api/tiles/addresses.js";
import { minZooms } from "../api/tiles/min-zooms.js";
import { codeVersion } from "../build-info.js";
import { openPyramidCache } from "../cartography/pyramid-cache.js";
import { ALL_LAYERS_FROM_ZERO, MAX_ZOOM } from "../cartography/tile-pyramid.js";
import type { Config } from "../config.js";
import { parseEditionId } from "../model/code.js";
import { buildIfNeeded } from "../pipeline/build.js";
import { openStore } from "../store/open-store.js";
import { startProgress } from "./progress.js";

/** Adds `export`: without a file, in every format to the folder that the server serves at /exports. */
export function registerExport(commands: Command, config: Config): void {
  commands
    .command("export")
    .description("write all vector tiles of an edition to a file that map clients read without this server")
    .argument("<edition>", "the edition: stp-2017")
    .argument("[file]", "tiles.mbtiles or tiles.pmtiles (default: both, to be served at /exports)")
    .option("--most-zoom <zoom>", `the last zoom, 0 to ${MAX_ZOOM}`, String(MAX_ZOOM))
    .action(async (edition: string, file: string | undefined, { mostZoom }: { mostZoom: string }) => {
      const zoom = parseMaxZoom(mostZoom);
      const { exportTiles } = await import("../api/tiles/export-tiles.js");
      await buildIfNeeded({ ...config, startProgress });
      const store = openStore(config.storePath);
      const { dataVersion, editions } = await store.loadFacts();
      const zooms = openPyramidCache({
        topologyText: (editionId) => store.topologyText(editionId, "FULL"),
        minZooms: (editionId) => {
          const facts = editions.get(editionId);
          return facts === undefined ? ALL_LAYERS_FROM_ZERO : minZooms(facts);
        },
        cacheDir: config.tileCacheDir,
        codeVersion: codeVersion(),
      });
      try {
        const archiveName = (kind: ExportKind) => exportName(parseEditionId(edition), dataVersion, kind);
        const paths =
          file === undefined ? EXPORT_KINDS.map((kind) => join(config.exportsFolder, archiveName(kind))) : [file];
        const { tileCount, largestTileBytes } = await exportTiles(store, edition, { ...zooms, paths, maxZoom: zoom });
        process.stdout.write(
          `${tileCount} tiles to ${paths.join(" and ")}, the largest of ${largestTileBytes} bytes\n`,
        );
      } finally {
        await zooms.close();
        await store.close();
      }
    });
}

function parseMaxZoom(text: string): number {
  const zoom = Number(text);
  if (/^\d{1,2}$/.test(text) && zoom <= MAX_ZOOM) return zoom;
  throw new BadInputError(`--most-zoom is ${JSON.stringify(text)}; expected 0 to ${MAX_ZOOM}`);
}
