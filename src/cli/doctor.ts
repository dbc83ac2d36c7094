import { type Command, Option } from "commander";
import type { DoctorOptions } from "../doctor/run.js";
import { startProgress } from "./progress.js";

/** Adds `doctor`: what is wrong with boundaries, before anything is made of them. */
export function registerDoctor(commands: Command): void {
  commands
    .command("doctor")
    .description("say what is wrong with layers of boundaries, how fine they are, and how far each covers the others")
    .argument("<files...>", "boundaries in any format that import reads; file#layer where a file holds several")
    .option("--json", "as JSON, with every finding")
    .option("--geojson <file>", "write the places of the findings to a file, to be opened in a map")
    .option("--repair [folder]", "mend what can be mended and write the layers as GeoJSON; here, or to a folder")
    .option("--code <column>", "the column of the codes; guessed when left out")
    .option("--name <column>", "the column of the names; guessed when left out")
    .option("--crs <crs>", "the system of the coordinates: EPSG:27700, or +proj=…")
    .addOption(new Option("--axes <order>", "yx when latitude or northing comes first").choices(["xy", "yx"]))
    .action(async (files: readonly string[], flags: DoctorOptions) => {
      const { runDoctor } = await import("../doctor/run.js"); // nothing else needs its readers
      await runDoctor(files, flags, startProgress);
    });
}
