import { createHash } from "node:crypto";
import { accessSync, constants, existsSync } from "node:fs";
import { availableParallelism, homedir, totalmem } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url)); // from src/ and from dist/ alike

/** Where things are and how the server listens. */
export interface Config {
  /** The folder of the shipped editions. */
  readonly geodataFolder: string;
  /** The folder of the user's editions, which may not exist yet; null when there is to be none. */
  readonly userGeodataDir: string | null;
  /** The built file. */
  readonly storePath: string;
  /** The folder of exported tiles, which may not exist yet. */
  readonly exportsFolder: string;
  /** The folder of tile pyramids; created when missing, and may be emptied. */
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

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration: defaults, and the environment where it sets something. Settings are listed in docs/settings.md.
 *
 * In a clone, data/ and my-geodata/ lie in the program's folder. Where the program is installed as a package or its folder
 * is read-only, the database goes to the user's cache folder and user editions to my-geodata in the working directory.
 *
 * @param root the program's folder
 * @throws {ConfigError} for a port or a number of processes that is out of range
 */
export function loadConfig(environment: Environment, root = ROOT): Config {
  const isOwnFolder = !isPackage(root) && isWritable(join(root, "data"));
  const dataDir = isOwnFolder ? join(root, "data") : cacheDir(environment);
  const storePath = environment.COTERMINOUS_STORE ?? join(dataDir, "coterminous.sqlite");
  return {
    geodataFolder: join(root, "geodata"),
    userGeodataDir: parseUserGeodataDir(
      environment.COTERMINOUS_GEODATA ?? join(isOwnFolder ? root : process.cwd(), "my-geodata"),
    ),
    storePath,
    exportsFolder: resolve(environment.COTERMINOUS_EXPORTS ?? join(dataDir, "exports")),
    tileCacheDir: join(dirname(storePath), "zooms"),
    webFolder: join(root, "dist/web"),
    schemaPath: join(root, "schema/schema.graphql"),
    operationsFolder: join(root, "schema/operations"),
    apiDocPath: join(root, "docs/api.md"),
    port: parsePort(environment.PORT ?? "4000"),
    host: environment.HOST ?? "127.0.0.1",
    processCount: parseProcessCount(environment.COTERMINOUS_PROCESSES ?? ""),
  };
}

/** A command as a person types it: `npx coterminous export stp-2017`, or in a clone `npm run coterminous -- export stp-2017`. */
export function shellCommand(command: string, root = ROOT): string {
  if (isPackage(root)) return `npx coterminous ${command}`;
  return command === "start" ? "npm start" : `npm run coterminous -- ${command}`;
}

function isPackage(root: string): boolean {
  return /[\\/]node_modules[\\/]/.test(root);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// Each working directory may have editions of its own, so each has a database of its own.
function cacheDir(environment: Environment): string {
  const directory = process.cwd();
  const hash = createHash("sha256").update(directory).digest("hex").slice(0, 8);
  return join(userCacheDir(environment), "coterminous", `${basename(directory)}-${hash}`);
}

/** The user's cache folder. A relative XDG_CACHE_HOME is ignored, as the XDG base directory specification says. */
function userCacheDir({ XDG_CACHE_HOME = "", LOCALAPPDATA = "" }: Environment): string {
  if (XDG_CACHE_HOME.startsWith("/")) return XDG_CACHE_HOME;
  if (process.platform === "win32") return LOCALAPPDATA || join(homedir(), "AppData/Local");
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}

function parseUserGeodataDir(text: string): string | null {
  return text === "" ? null : resolve(text);
}

// Every process loads the full dataset, so allow a gigabyte for each.
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

/** The memory that this program may use: a container often has less than its machine. */
function memoryBytes(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT is ${JSON.stringify(text)}; expected a number from 0 to 65535`);
}
