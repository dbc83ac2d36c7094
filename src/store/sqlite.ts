import { createRequire } from "node:module";
import type BetterSqlite3 from "better-sqlite3";
import { StoreError } from "./store.js";

/** An open SQLite database. */
export type Database = BetterSqlite3.Database;

/** A prepared statement. */
export type Statement = BetterSqlite3.Statement;

const FIRST_NODE_FOR_13 = 22;

/**
 * Opens a database with the better-sqlite3 for the running Node.js: release 13 needs Node.js 22, and release 12 aborts the
 * process on Node.js 24.19 and later when a statement is collected while no script runs (ObjectWrap's cleanup hook).
 *
 * @param path of the file, or its bytes
 * @throws {StoreError} when it is not installed or was compiled for another Node.js
 */
export function openDatabase(path: string | Buffer, options: BetterSqlite3.Options = {}): Database {
  const major = Number(process.versions.node.split(".")[0]);
  const name = major >= FIRST_NODE_FOR_13 ? "better-sqlite3-13" : "better-sqlite3";
  return new (loadDriver(name))(path, options);
}

function loadDriver(name: string): typeof BetterSqlite3 {
  try {
    return createRequire(import.meta.url)(name);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "";
    throw new StoreError(`${name} cannot be loaded (${reason}); run "npm ci" with the Node.js that will run it`, {
      cause,
    });
  }
}
