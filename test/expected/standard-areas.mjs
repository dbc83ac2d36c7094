// Takes the published areas of the lower-tier councils as figures, for the tests to compare with.
// node test/expected/standard-areas.mjs <folder with checks/lad-2018-standard-areas.csv>
import { join } from "node:path";
import { readTable, writeJson } from "./files.js";

const SOURCE = {
  publisher: "Office for National Statistics",
  title: "Standard Area Measurements (2018) for administrative areas in the United Kingdom",
  measure: "area clipped to the coast, hectares, on the British National Grid",
  licence: "Open Government Licence v3.0",
};

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node test/expected/standard-areas.mjs <folder with checks/lad-2018-standard-areas.csv>");
  process.exit(2);
}
const { rows } = readTable(join(folder, "checks/lad-2018-standard-areas.csv"), ["code", "area_clipped_to_coast_ha"]);
const hectares = rows.map((row) => [row.code, Number(row.area_clipped_to_coast_ha)]);
const bad = hectares.find(([code, area]) => !/^E\d{8}$/.test(code) || !(area > 0));
if (bad !== undefined) {
  throw new Error(`expected an English council code and a positive area: ${bad.join(", ")}`);
}
writeJson(join(import.meta.dirname, "standard-areas.json"), {
  source: SOURCE,
  hectares: Object.fromEntries(hectares.sort(([a], [b]) => (a < b ? -1 : 1))),
});
