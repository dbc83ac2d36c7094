import { fileURLToPath } from "node:url";

/** The compiled command line. */
export const PROGRAM = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
