import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the input files, with a slash at its end. The project keeps only what is compiled from them. */
export const INPUT_FOLDER = fileURLToPath(new URL("../../../shared/geodata/", import.meta.url));

export const HAS_INPUT_FILES = existsSync(INPUT_FOLDER);

/** For the name of a test that is skipped without them. */
export const NEEDS_INPUT_FILES = `${HAS_INPUT_FILES ? "needs" : "skipped: needs"} the input files, looked for in ../shared/geodata`;
