import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, ConfigError } from "../config.js";

/** The option of commands on the user's editions. */
export const GEODATA_OPTION = [
  "--geodata <folder>",
  "the folder of your editions (default: COTERMINOUS_GEODATA, or my-geodata)",
] as const;

/** Its value. */
export interface GeodataFlag {
  readonly geodata?: string;
}

/**
 * The configuration with the folder of the user's editions that a command names.
 *
 * @throws {ConfigError} for a named folder that is missing, and for the folder of the shipped editions
 */
export function withGeodataDir(config: Config, { geodata }: GeodataFlag): Config {
  const isNamed = geodata !== undefined || process.env.COTERMINOUS_GEODATA !== undefined;
  const userGeodataDir = geodata === undefined ? config.userGeodataDir : resolve(geodata);
  if (userGeodataDir === null) return config;
  if (!existsSync(userGeodataDir)) {
    if (isNamed)
      throw new ConfigError(`there is no folder ${userGeodataDir}; create it, or name another with --geodata`);
    return { ...config, userGeodataDir };
  }
  if (realpathSync(userGeodataDir) === realpathSync(config.geodataFolder)) {
    throw new ConfigError(`${userGeodataDir} holds the shipped editions; name another folder with --geodata`);
  }
  return { ...config, userGeodataDir };
}
