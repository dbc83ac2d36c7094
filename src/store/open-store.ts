import { existsSync } from "node:fs";
import type { Boundary } from "../model/boundary.js";
import type { EditionId } from "../model/code.js";
import { type EditionFacts, type Facts, indexedFacts } from "../model/facts.js";
import {
  type Row,
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
import { type Database, openDatabase } from "./sqlite.js";
import { type Store, StoreError } from "./store.js";

/**
 * Opens a built file read-only.
 *
 * @throws {StoreError} when there is no such file or it was not written by this program
 */
export function openStore(path: string): Store {
  if (!existsSync(path)) throw new StoreError(`there is no built file at ${path}; run the build first`);
  const database = openedDatabase(path);
  const topology = database.prepare(`
    select topojson
    from topology
    where edition_id = ? and detail = ?`);
  const overlapBoundary = database.prepare(`
    select geojson
    from overlap_boundary
    where edition_id = ? and footprint_code = ? and authority_code = ?`);

  const blocks = database.prepare(`
    select code, lon, lat, population
    from block
    where edition_id = ?
    order by code`);

  return {
    loadFacts: async () => loadedFacts(database),
    topology: async (editionId, detail) => {
      const row = topology.get(editionId, detail) as Row | undefined;
      return row === undefined ? null : JSON.parse(row.topojson as string);
    },
    overlapBoundary: async (editionId, footprint, authority) => {
      const row = overlapBoundary.get(editionId, footprint, authority) as Row | undefined;
      return row === undefined ? null : (JSON.parse(row.geojson as string) as Boundary);
    },
    blocks: async (editionId) => toBlocks(blocks.all(editionId) as Row[]),
    close: async () => void database.close(),
  };
}

/** Whether there is a built file and it was made from just these inputs. */
export function isBuiltFrom(path: string, inputsSha256: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const database = openedDatabase(path);
    const row = database.prepare("select inputs_sha256 from build").get() as Row | undefined;
    database.close();
    return row?.inputs_sha256 === inputsSha256;
  } catch (cause) {
    if (cause instanceof StoreError) return false;
    throw cause;
  }
}

function openedDatabase(path: string): Database {
  try {
    const database = openDatabase(path, { readonly: true, fileMustExist: true });
    database.prepare("select data_version from build").get();
    return database;
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError(`${path} is no file that this program built; remove it and build again`, { cause });
  }
}

function loadedFacts(database: Database): Facts {
  const build = database.prepare("select data_version from build").get() as Row;
  const editionRows = database.prepare("select * from edition order by position").all() as Row[];
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
  const aliasesByCode = new Map<string, string[]>();
  for (const { code, alias } of rows("select code, alias from alias where edition_id = ? order by code, position")) {
    aliasesByCode.set(code as string, [...(aliasesByCode.get(code as string) ?? []), alias as string]);
  }
  const named = <Area>(table: string, toArea: (row: Row, aliases: readonly string[]) => Area): Area[] =>
    rows(`select * from ${table} where edition_id = ? order by code`).map((row) =>
      toArea(row, aliasesByCode.get(row.code as string) ?? []),
    );
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

const OVERLAPS = `
  select overlap.*, authority.is_upper, authority.is_lower
  from overlap
  join authority on authority.edition_id = overlap.edition_id and authority.code = overlap.authority_code
  where overlap.edition_id = ?
  order by footprint_code, authority_code`;
