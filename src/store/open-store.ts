import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { EditionId } from "../model/code.js";
import { type EditionFacts, type Facts, indexedFacts } from "../model/facts.js";
import { grouped } from "../model/grouped.js";
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
 * Opens a built file read-only.
 *
 * @throws {StoreError} when there is no such file or it was not written by this program
 */
export function openStore(path: string): Store {
  if (!existsSync(path)) throw new StoreError(`there is no built file at ${path}; run the build first`);
  const { database, topology, blocks } = openedDatabase(path);
  const topologyText = (editionId: EditionId, detail: Detail) => {
    const row = topology.get(editionId, detail) as Row | undefined;
    return row === undefined ? null : (row.topojson as string);
  };

  return {
    path,
    loadFacts: async () => whatIsBuilt(path, () => loadedFacts(database)),
    topology: async (editionId, detail) => {
      const text = topologyText(editionId, detail);
      return text === null ? null : JSON.parse(text);
    },
    topologyText: async (editionId, detail) => topologyText(editionId, detail),
    blocks: async (editionId) =>
      toBlocks(await allInPages((after) => blocks.all(editionId, after, PAGE_ROWS) as Row[])),
    close: async () => void database.close(),
  };
}

/** Rows page by page, each by the code that the one before ends with; between two, others have their turn. */
async function allInPages(page: (after: string) => readonly Row[]): Promise<readonly Row[]> {
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

/** Whether there is a built file and it was made from just these inputs. */
export function isBuiltFrom(path: string, inputsSha256: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const { database } = openedDatabase(path);
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

function openedDatabase(path: string): OpenedDatabase {
  const database = whatIsBuilt(path, () => openDatabase(path, { readonly: true, fileMustExist: true }));
  try {
    return whatIsBuilt(path, () => prepared(database));
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function prepared(database: Database): OpenedDatabase {
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

/** What a built file gives; where it fails to, it is none, damaged, or of another version. */
function whatIsBuilt<Given>(path: string, given: () => Given): Given {
  try {
    return given();
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`${path} is no file that this program built; remove it and build again`, { cause });
  }
}

function loadedFacts(database: Database): Facts {
  const build = database.prepare("select data_version from build").get() as Row;
  const editionRows = database.prepare(EDITIONS).all() as Row[];
  const editions = editionRows.map((row) => indexedFacts(editionFacts(database, row)));
  const first = editions[0];
  if (first === undefined) throw new StoreError("the built file holds no edition");
  return {
    dataVersion: build.data_version as string,
    defaultEditionId: first.edition.id,
    editions: new Map(editions.map((facts) => [facts.edition.id, facts])),
  };
}

function editionFacts(database: Database, editionRow: Row): EditionFacts {
  const editionId = editionRow.edition_id as EditionId;
  const rows = (sql: string) => database.prepare(sql).all(editionId) as Row[];
  const aliases = grouped(rows(ALIASES), ({ kind, code }) => `${kind} ${code}`);
  const named = <Area>(table: string, toArea: (row: Row, aliases: readonly string[]) => Area): Area[] =>
    rows(`select * from ${table} where edition_id = ? order by code`).map((row) => {
      const own = aliases.get(`${table} ${row.code}`) ?? [];
      return toArea(row, own.map(toAlias));
    });
  const listed = <Item>(table: string, order: string, toItem: (row: Row) => Item): Item[] =>
    rows(`select * from ${table} where edition_id = ? order by ${order}`).map(toItem);

  return {
    edition: toEdition(editionRow, listed("source", "position", toSource)),
    footprints: named("footprint", toFootprint),
    authorities: named("authority", toAuthority),
    members: named("member", toMember),
    overlaps: rows(OVERLAPS).map(toOverlap),
    fits: listed("footprint_fit", "footprint_code, tier desc", toFit),
    borders: listed("border", "footprint_code, other_code", toBorder),
    schemes: listed("scheme_value", "position", toSchemeValue),
    ratings: listed("rating", "footprint_code, measure", toRating),
    claims: listed("claim", "position", toClaim),
    parts: listed("part", "position", toPart),
    leaders: listed("leader", "position", toLeader),
    quality: {
      worstResidual: editionRow.worst_residual as number,
      checks: listed("quality_check", "position", toQualityCheck),
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
