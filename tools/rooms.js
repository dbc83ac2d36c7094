// npm run rooms [-- --check]: writes the table of rooms in docs/architecture.md from rooms.json; --check only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DOC = fileURLToPath(new URL("../docs/architecture.md", import.meta.url));
const TABLE = /(<!-- rooms: [^\n]*-->\n)[\s\S]*?(<!-- \/rooms -->)/;

const rooms = JSON.parse(readFileSync(new URL("../rooms.json", import.meta.url), "utf8"));
const rows = rooms.map(({ path, for: purpose, imports }) => `| \`${path}\` | ${purpose} | ${imports.join(", ")} |`);
const table = ["| room | what it is for | may import |", "| --- | --- | --- |", ...rows, ""].join("\n");

const doc = readFileSync(DOC, "utf8");
if (!TABLE.test(doc)) throw new Error(`${DOC} has no place for the table: <!-- rooms: … --> and <!-- /rooms -->`);
const updated = doc.replace(TABLE, (_, start, end) => start + table + end);
if (updated !== doc && process.argv.includes("--check")) {
  console.error("docs/architecture.md differs from rooms.json: run `npm run rooms`");
  process.exitCode = 1;
} else if (updated !== doc) {
  writeFileSync(DOC, updated);
}
