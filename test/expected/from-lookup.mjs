// Computes what the tests expect from the membership columns of the block tables alone: no boundaries, and none of
// the project's own code.   node test/expected/from-lookup.mjs <folder with 2017/ and 2024/>
import { join } from "node:path";
import { readTable, writeJson } from "./files.js";
import { groupBy, measureTier, sum } from "./measures.js";

const EDITIONS = [
  { id: "stp-2017", file: "2017/lsoa-2011.csv", memberColumn: "ccg_code" },
  { id: "icb-2024", file: "2024/lsoa-2021.csv", memberColumn: "sub_icb_code" },
];
const TIER_COLUMNS = { UPPER: "upper_tier_code", LOWER: "lower_tier_code" };

function readBlocks(path, memberColumn) {
  const areaColumns = ["footprint_code", memberColumn, ...Object.values(TIER_COLUMNS)];
  const { rows, sha256 } = readTable(path, ["lsoa_code", ...areaColumns, "population"]);
  if (new Set(rows.map((row) => row.lsoa_code)).size !== rows.length) {
    throw new Error(`${path}: a block is given twice`);
  }
  for (const row of rows) {
    const badCode = areaColumns.find((column) => !/^E\d{8}$/.test(row[column]));
    if (badCode !== undefined || !/^\d+$/.test(row.population)) {
      throw new Error(`${path}: ${row.lsoa_code}: malformed ${badCode ?? "population"}`);
    }
  }
  return { blocks: rows.map((row) => ({ ...row, people: Number(row.population) })), sha256 };
}

const peopleIn = (blocks) => sum(blocks.map((block) => block.people));

/** Every footprint and area that share a block, in the order of their codes. */
function pairsOf(blocks, column) {
  const groups = groupBy(blocks, (block) => `${block.footprint_code} ${block[column]}`);
  return [...groups].map(([key, own]) => {
    const [footprint, authority] = key.split(" ");
    return { footprint, authority, blocks: own.length, people: peopleIn(own) };
  });
}

function expectationsOf({ id, file, memberColumn }, folder) {
  const { blocks, sha256 } = readBlocks(join(folder, file), memberColumn);
  const peopleBy = (column) =>
    [...groupBy(blocks, (block) => block[column])].map(([code, own]) => [code, peopleIn(own)]);
  const memberPairs = pairsOf(blocks, memberColumn);
  return {
    edition: id,
    source: { file, sha256 },
    blocks: blocks.length,
    people: peopleIn(blocks),
    footprints: peopleBy("footprint_code"),
    members: peopleBy(memberColumn),
    memberPairs: memberPairs.map(({ footprint, authority, blocks, people }) => [footprint, authority, blocks, people]),
    tiers: Object.fromEntries(
      Object.entries(TIER_COLUMNS).map(([tier, column]) => [tier, measureTier(pairsOf(blocks, column))]),
    ),
  };
}

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node test/expected/from-lookup.mjs <folder with 2017/lsoa-2011.csv and 2024/lsoa-2021.csv>");
  process.exit(2);
}
for (const edition of EDITIONS) {
  writeJson(join(import.meta.dirname, `${edition.id}.json`), expectationsOf(edition, folder));
}
