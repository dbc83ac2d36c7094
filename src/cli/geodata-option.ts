import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, ConfigError } from "../config.js";

/** The option that commands on a user's own editions have. */
export const GEODATA_OPTION = [
  "--geodata <folder>",
  "the folder of your own editions; COTERMINOUS_GEODATA or my-geodata when left out",
] as const;

/** What that option gives. */
export interface GeodataFlag {
  readonly geodata?: string;
}

/**
 * The configuration with the folder of own editions that a command is given.
 *
 * @throws {ConfigError} for a folder that somebody names and that is not there, or holds the shipped editions
 */
export function withGeodataDir(config: Config, { geodata }: GeodataFlag): Config {
  const isNamed = geodata !== undefined || process.env.COTERMINOUS_GEODATA !== undefined;
  const userGeodataDir = geodata === undefined ? config.userGeodataDir : resolve(geodata);
  if (userGeodataDir === null) return config;
  if (!existsSync(userGeodataDir)) {
    if (isNamed) throw new ConfigError(`there is no folder ${userGeodataDir}; make it, or give another with --geodata`);
    return { ...config, userGeodataDir };
  }
  if (realpathSync(userGeodataDir) === realpathSync(config.geodataFolder)) {
    throw new ConfigError(`${userGeodataDir} holds the shipped editions; give a folder of your own with --geodata`);
  }
  return { ...config, userGeodataDir };
}
