import { availableParallelism, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url)); // from src/ and from dist/ alike

/** Where things are and how the server listens. */
export interface Config {
  /** The folder of the shipped editions. */
  readonly geodataFolder: string;
  /** The folder of the user's own editions, which may not be there yet; null when none is wanted. */
  readonly userGeodataDir: string | null;
  /** The built file. */
  readonly storePath: string;
  /** The folder of exported tiles, which may not be there yet. */
  readonly exportsFolder: string;
  /** The folder of editions as zooms of the web map draw them; made when it is missing, and may be emptied. */
  readonly tileCacheDir: string;
  /** The built web pages. */
  readonly webFolder: string;
  readonly schemaPath: string;
  /** The folder of the example operations. */
  readonly operationsFolder: string;
  readonly apiDocPath: string;
  readonly port: number;
  readonly host: string;
  /** How many processes serve. */
  readonly processCount: number;
}

/** A setting that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * The configuration, from the environment where it says something: PORT, HOST, COTERMINOUS_STORE,
 * COTERMINOUS_EXPORTS, the folder of exported tiles (data/exports when left out), COTERMINOUS_GEODATA, the folder of
 * the user's own editions (empty for none; my-geodata when left out), and COTERMINOUS_PROCESSES, how many processes serve
 * (as many as there are cores, up to four, when left out).
 *
 * @throws {ConfigError} for a port or a number of processes that is none
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const storePath = environment.COTERMINOUS_STORE ?? `${ROOT}data/coterminous.sqlite`;
  return {
    geodataFolder: `${ROOT}geodata`,
    userGeodataDir: parseUserGeodataDir(environment.COTERMINOUS_GEODATA),
    storePath,
    exportsFolder: resolve(environment.COTERMINOUS_EXPORTS ?? `${ROOT}data/exports`),
    tileCacheDir: join(dirname(storePath), "zooms"),
    webFolder: `${ROOT}dist/web`,
    schemaPath: `${ROOT}schema/schema.graphql`,
    operationsFolder: `${ROOT}schema/operations`,
    apiDocPath: `${ROOT}docs/api.md`,
    port: parsePort(environment.PORT ?? "4000"),
    host: environment.HOST ?? "127.0.0.1",
    processCount: parseProcessCount(environment.COTERMINOUS_PROCESSES ?? ""),
  };
}

function parseUserGeodataDir(given: string | undefined): string | null {
  if (given === undefined) return `${ROOT}my-geodata`;
  return given === "" ? null : resolve(given);
}

// A process has everything in its memory by itself: so there is to be a gigabyte for each.
const MAX_DEFAULT_PROCESSES = 4;
const MIN_BYTES_PER_PROCESS = 2 ** 30;

function parseProcessCount(text: string): number {
  if (text === "")
    return Math.max(
      1,
      Math.min(MAX_DEFAULT_PROCESSES, availableParallelism(), memoryBytes() / MIN_BYTES_PER_PROCESS) | 0,
    );
  const count = Number(text);
  if (/^\d{1,3}$/.test(text) && count > 0) return count;
  throw new ConfigError(`COTERMINOUS_PROCESSES is ${JSON.stringify(text)}; expected a number from 1 to 999`);
}

/** What this program may use at most: a container often has less than its machine. */
function memoryBytes(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT is ${JSON.stringify(text)}; expected a number from 0 to 65535`);
}
