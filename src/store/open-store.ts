import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { EditionId } from "../model/code.js";
import { type EditionFacts, type Facts, indexFacts } from "../model/facts.js";
import { groupBy } from "../model/group-by.js";
import type { Detail } from "../model/layer.js";
import {
  type Row,
  toAlias,
  toAuthority,
  toBlocks,
  toBorder,
  toClaim,
  toEdition,
  toFit,
  toFootprint,
  toLeader,
  toMember,
  toOverlap,
  toPart,
  toQualityCheck,
  toRating,
  toSchemeValue,
  toSource,
} from "./read-rows.js";
import { type Database, openDatabase, type Statement } from "./sqlite.js";
import { type Store, StoreError } from "./store.js";

const PAGE_ROWS = 2_000; // some milliseconds

/**
 * Opens a database read-only.
 *
 * @throws {StoreError} when there is no such file or it is not a database of this version of the program
 */
export function openStore(path: string): Store {
  if (!existsSync(path)) throw new StoreError(`there is no database at ${path}; run the build first`);
  const { database, topology, blocks } = openReadOnly(path);
  const topologyText = (editionId: EditionId, detail: Detail) => {
    const row = topology.get(editionId, detail) as Row | undefined;
    return row === undefined ? null : (row.topojson as string);
  };

  return {
    path,
    loadFacts: async () => wrapSqliteErrors(path, () => loadFacts(database)),
    topology: async (editionId, detail) => {
      const text = topologyText(editionId, detail);
      return text === null ? null : JSON.parse(text);
    },
    topologyText: async (editionId, detail) => topologyText(editionId, detail),
    blocks: async (editionId) =>
      toBlocks(await fetchAllPages((after) => blocks.all(editionId, after, PAGE_ROWS) as Row[])),
    close: async () => void database.close(),
  };
}

/** Fetches all rows in pages, each after the last code of the previous one; other work runs between pages. */
async function fetchAllPages(page: (after: string) => readonly Row[]): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (let after = ""; ; ) {
    const rows = page(after);
    all.push(...rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return all;
    after = last.code as string;
    await setImmediate();
  }
}

/** Whether the database exists and was built from exactly these inputs. */
export function isBuiltFrom(path: string, inputsSha256: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const { database } = openReadOnly(path);
    const row = database.prepare("select inputs_sha256 from build").get() as Row | undefined;
    database.close();
    return row?.inputs_sha256 === inputsSha256;
  } catch (cause) {
    if (cause instanceof StoreError) return false;
    throw cause;
  }
}

interface OpenedDatabase {
  readonly database: Database;
  readonly topology: Statement;
  readonly blocks: Statement;
}

function openReadOnly(path: string): OpenedDatabase {
  const database = wrapSqliteErrors(path, () => openDatabase(path, { readonly: true, fileMustExist: true }));
  try {
    return wrapSqliteErrors(path, () => prepareStatements(database));
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function prepareStatements(database: Database): OpenedDatabase {
  database.prepare("select data_version, inputs_sha256 from build").get();
  const topology = database.prepare(`
    select topojson
    from topology
    where edition_id = ? and detail = ?`);
  const blocks = database.prepare(`
    select code, lon, lat, population
    from block
    where edition_id = ? and code > ?
    order by code
    limit ?`);
  return { database, topology, blocks };
}

/** Runs a query, turning SQLite errors into a StoreError (not our file, damaged, or another version). */
function wrapSqliteErrors<Result>(path: string, query: () => Result): Result {
  try {
    return query();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`${path} is not a Coterminous database of this version; remove it and build again`, { cause });
  }
}

function loadFacts(database: Database): Facts {
  const build = database.prepare("select data_version from build").get() as Row;
  const editionRows = database.prepare(EDITIONS).all() as Row[];
  const editions = editionRows.map((row) => indexFacts(readEditionFacts(database, row)));
  const first = editions[0];
  if (first === undefined) throw new StoreError("the database contains no edition");
  return {
    dataVersion: build.data_version as string,
    defaultEditionId: first.edition.id,
    editions: new Map(editions.map((facts) => [facts.edition.id, facts])),
  };
}

function readEditionFacts(database: Database, editionRow: Row): EditionFacts {
  const editionId = editionRow.edition_id as EditionId;
  const rows = (sql: string) => database.prepare(sql).all(editionId) as Row[];
  const aliases = groupBy(rows(ALIASES), ({ kind, code }) => `${kind} ${code}`);
  const readAreas = <Area>(table: string, toArea: (row: Row, aliases: readonly string[]) => Area): Area[] =>
    rows(`select * from ${table} where edition_id = ? order by code`).map((row) => {
      const own = aliases.get(`${table} ${row.code}`) ?? [];
      return toArea(row, own.map(toAlias));
    });
  const readList = <Item>(table: string, order: string, toItem: (row: Row) => Item): Item[] =>
    rows(`select * from ${table} where edition_id = ? order by ${order}`).map(toItem);

  return {
    edition: toEdition(editionRow, readList("source", "position", toSource)),
    footprints: readAreas("footprint", toFootprint),
    authorities: readAreas("authority", toAuthority),
    members: readAreas("member", toMember),
    overlaps: rows(OVERLAPS).map(toOverlap),
    fits: readList("footprint_fit", "footprint_code, tier desc", toFit),
    borders: readList("border", "footprint_code, other_code", toBorder),
    schemes: readList("scheme_value", "position", toSchemeValue),
    ratings: readList("rating", "footprint_code, measure", toRating),
    claims: readList("claim", "position", toClaim),
    parts: readList("part", "position", toPart),
    leaders: readList("leader", "position", toLeader),
    quality: {
      worstResidual: editionRow.worst_residual as number,
      checks: readList("quality_check", "position", toQualityCheck),
    },
  };
}

const EDITIONS = `
  select edition.*
  from edition
  join built_edition using (edition_id)
  order by position`;

const ALIASES = `
  select kind, code, alias
  from alias
  where edition_id = ?
  order by kind, code, position`;

const OVERLAPS = `
  select overlap.*, authority.is_upper, authority.is_lower
  from overlap
  join authority on authority.edition_id = overlap.edition_id and authority.code = overlap.authority_code
  where overlap.edition_id = ?
  order by footprint_code, authority_code`;
