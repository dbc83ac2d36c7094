import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url)); // from src/ and from dist/ alike

/** Where things are and how the server listens. */
export interface Config {
  /** The folder of the shipped editions. */
  readonly geodataFolder: string;
  /** The built file. */
  readonly storePath: string;
  /** The built web pages. */
  readonly webFolder: string;
  readonly schemaPath: string;
  /** The folder of the example operations. */
  readonly operationsFolder: string;
  readonly apiDocPath: string;
  readonly port: number;
  readonly host: string;
}

/** A setting that cannot be used. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * The configuration, from the environment where it says something: PORT, HOST, COTERMINOUS_STORE.
 *
 * @throws {ConfigError} for a port that is none
 */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  return {
    geodataFolder: `${ROOT}geodata`,
    storePath: environment.COTERMINOUS_STORE ?? `${ROOT}data/coterminous.sqlite`,
    webFolder: `${ROOT}dist/web`,
    schemaPath: `${ROOT}schema/schema.graphql`,
    operationsFolder: `${ROOT}schema/operations`,
    apiDocPath: `${ROOT}docs/api.md`,
    port: portFrom(environment.PORT ?? "4000"),
    host: environment.HOST ?? "127.0.0.1",
  };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigError(`PORT is ${JSON.stringify(text)}; expected a number from 0 to 65535`);
}
