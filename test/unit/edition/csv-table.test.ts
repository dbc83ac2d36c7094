import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readCsvTable } from "../../../src/edition/csv-table.js";
import type { ValidationIssue } from "../../../src/edition/validation-issue.js";
import { temporaryFolder } from "../../support/small-edition.js";

const COLUMNS = ["code", "name", "source"] as const;

/** A cell as it is kept: quotation marks, commas and line ends in it, white space around it none. */
const CELL = fc.string({ unit: "grapheme" }).map((text) => text.trim());

it("what is written as CSV is read back cell by cell, whatever is in the cells", () => {
  const path = join(temporaryFolder(), "table.csv");

  fc.assert(
    fc.property(fc.array(fc.tuple(CELL, CELL, CELL)), (rows) => {
      writeFileSync(path, stringify([COLUMNS as readonly string[] as string[], ...rows]));

      const problems: ValidationIssue[] = [];
      const table = readCsvTable(path, COLUMNS, problems);

      expect(problems).toEqual([]);
      expect(table.rows.map(({ cells }) => [cells.code, cells.name, cells.source])).toEqual(rows);
      expect(table.rows.map(({ where }) => where)).toEqual(rows.map((_, i) => `row ${i + 2}`));
    }),
  );
});

it("columns are found by their names, in any order and beside others", () => {
  const path = join(temporaryFolder(), "table.csv");
  writeFileSync(path, "note,source,code,name\nx,The plan,E1,One\n");

  const { rows } = readCsvTable(path, COLUMNS, []);

  expect(rows[0]?.cells).toMatchObject({ code: "E1", name: "One", source: "The plan" });
});
