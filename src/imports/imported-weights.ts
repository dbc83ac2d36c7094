import { COLUMNS } from "../geodata/edition-files.js";
import type { MeasuredLayer } from "../overlap/measured-layer.js";
import { checkAreas } from "./check-areas.js";
import type { LayerRequest } from "./edition-plan.js";
import type { TableRows } from "./edition-tables.js";
import { readLayerFile } from "./files/read-layer-file.js";
import { ImportError } from "./import-error.js";
import { importedLayer } from "./imported-layer.js";
import { cellText } from "./key-columns.js";
import { locatedLayer } from "./located-layer.js";
import { withoutRefused } from "./read-layer.js";
import { spreadWeights } from "./spread-weights.js";
import { isTable, pointWeights, type WeightPoint } from "./weights-file.js";

/** People at points, and what to say of them. */
export interface ImportedWeights {
  readonly table: TableRows;
  /** What the numbers are, for all who read them. */
  readonly basis: string;
  readonly note: string;
  readonly source: { readonly title: string; readonly sha256: string };
}

/**
 * Reads the people of an edition: a table of points with counts, or polygons with counts, which are spread by area.
 *
 * @param request its address, and as `name` the column of the counts
 * @param layers what polygons are cut by, in one plane
 * @throws {ImportError} with what is wrong with the file
 */
export async function importedWeights(
  request: LayerRequest,
  basis: string | null,
  layers: readonly MeasuredLayer[],
): Promise<ImportedWeights> {
  if (isTable(request.address)) {
    const { file, sha256, points } = pointWeights(request.address, request.name);
    return {
      table: blocksTable(points),
      basis: basis ?? `counts at the points of ${file}`,
      note: `People: ${total(points)} at the ${points.length} points of ${file}; each counts where its point lies.`,
      source: { title: `People: ${file}`, sha256 },
    };
  }
  const file = await readLayerFile(request.address);
  checkAreas(file);
  const column = countColumn(file, request.name);
  const counts = new Map(file.features.map((feature, i) => [`${i + 1}`, countOf(file.file, feature, column)]));
  // The place in the file is a code that every polygon has, whatever its columns hold.
  const numbered = { ...file, features: file.features.map((item, i) => ({ ...item, columns: { code: `${i + 1}` } })) };
  const columns = { code: "code", name: "code", statement: "" };
  const { areas } = withoutRefused(importedLayer("members", locatedLayer(numbered, request, "--weights"), columns));
  const points = spreadWeights(
    areas.map((area) => ({ ...area, count: counts.get(area.code) ?? 0 })),
    layers,
  );
  const spread = `the ${areas.length} polygons of ${file.file}, spread by area over ${points.length} pieces between all borders`;
  return {
    table: blocksTable(points),
    basis: basis ?? `counts of ${file.file}, spread by area`,
    note: `People: ${total(points)} (${column}) of ${spread}: within a polygon everybody is taken to live evenly.`,
    source: { title: `People: ${file.file} (${file.format})`, sha256: file.sha256 },
  };
}

function blocksTable(points: readonly WeightPoint[]): TableRows {
  return [COLUMNS.blocks, ...points.map(({ code, lon, lat, count }) => [code, lon, lat, count])];
}

function total(points: readonly WeightPoint[]): number {
  return points.reduce((sum, { count }) => sum + count, 0);
}

type Layer = Awaited<ReturnType<typeof readLayerFile>>;

const COUNT_COLUMNS = [/^(population|people|persons|residents|count|total|weight|number)$/i, /pop/i, /persons/i];

function countColumn({ file, features }: Layer, asked: string | null): string {
  const columns = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))];
  const found =
    asked ?? COUNT_COLUMNS.map((sign) => columns.find((column) => sign.test(column))).find((c) => c !== undefined);
  if (found !== undefined && columns.includes(found)) return found;
  const what = asked === null ? "has no column that looks like a count" : `has no column ${asked}`;
  throw new ImportError({
    where: file,
    what,
    remedy: `name one with --weights-count: ${columns.join(", ") || "there are none"}`,
  });
}

function countOf(file: string, feature: Layer["features"][number], column: string): number {
  const text = cellText(feature, column).replaceAll(",", "");
  const count = text === "" ? Number.NaN : Number(text);
  if (count >= 0 && Number.isInteger(count)) return count;
  const what = `has ${column} ${JSON.stringify(text)}`;
  throw new ImportError({ where: `${file}, ${feature.where}`, what, remedy: "give a whole number, 0 or more" });
}
