import { type Command, Option } from "commander";
import type { DoctorOptions } from "../doctor/run.js";
import { startProgress } from "./progress.js";

/** Adds `doctor`: inspects boundaries before they are imported. */
export function registerDoctor(commands: Command): void {
  commands
    .command("doctor")
    .description("report problems of boundary layers, their vertex spacing, and how far each covers the others")
    .argument("<files...>", "boundaries in any format that import reads; file#layer for one of several layers")
    .option("--json", "print every finding as JSON")
    .option("--geojson <file>", "write the places of the findings to a file for a map")
    .option("--repair [folder]", "write the repaired layers as GeoJSON, to this folder or another")
    .option("--code <column>", "the column of the codes (default: guessed)")
    .option("--name <column>", "the column of the names (default: guessed)")
    .option("--crs <crs>", "the coordinate system: EPSG:27700, or +proj=… (default: as the file declares)")
    .addOption(new Option("--axes <order>", "yx when latitude or northing comes first").choices(["xy", "yx"]))
    .action(async (files: readonly string[], flags: DoctorOptions) => {
      const { runDoctor } = await import("../doctor/run.js"); // loaded here: no other command needs its readers
      await runDoctor(files, flags, startProgress);
    });
}
