import { mendedBoundary } from "../doctor/mended-boundary.js";
import type { AreaMend, AreaRefusal } from "../doctor/settled.js";
import { settledAreas } from "../doctor/settled-areas.js";
import type { Boundary } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import { BoundaryError } from "../overlap/boundary-error.js";
import type { LayerColumns } from "./columns.js";
import { goesRoundPole } from "./cut-antimeridian.js";
import type { FileFeature, LayerFile } from "./files/layer-file.js";
import { ImportError, type ImportProblem } from "./import-error.js";
import { cellText } from "./key-columns.js";
import { type LocatedLayer, type Place, placeText } from "./located-layer.js";

/** One area as imported. */
export interface ImportedArea {
  readonly code: string;
  readonly name: string;
  readonly boundary: Boundary;
  /** The place in the file: `lad.geojson, feature 12 (E07000107)`. */
  readonly where: string;
}

/** A layer that can be measured, and what it took. Areas are sorted by code. */
export interface ImportedLayer {
  readonly layer: LayerName;
  readonly file: LayerFile;
  readonly areas: readonly ImportedArea[];
  readonly mends: readonly AreaMend[];
  /** Areas that cannot be measured, with the place in the file; none in a layer that is imported. */
  readonly refused: readonly (AreaRefusal & { readonly where: string })[];
  readonly place: Place;
  /** How it was read, one short sentence a choice. */
  readonly statements: readonly string[];
}

/**
 * The areas of a layer with their codes, names and boundaries, mended where need be.
 *
 * @throws {ImportError} for codes and names that will not do, and when no area can be measured
 */
export function importedLayer(
  layer: LayerName,
  { file, features, place }: LocatedLayer,
  columns: LayerColumns,
): ImportedLayer {
  const read = features.map((feature) => readFeature(feature, file.file, columns));
  const problems = read.flatMap(({ where, code, name }) => textProblems(where, code, name, columns));
  const settled = settledAreas(read.flatMap(({ area }) => area ?? []));
  const whereOf = new Map(read.map(({ code, where }) => [code, where]));
  const refused = [...read.flatMap(({ refused }) => refused ?? []), ...settled.refused];
  if (settled.areas.length === 0 && problems.length === 0 && refused.length === 0) {
    problems.push({ where: file.file, what: "none of its areas encloses anything", remedy: "give boundaries that do" });
  }
  if (problems.length > 0) throw new ImportError(...problems);
  return {
    layer,
    file,
    areas: settled.areas.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    mends: [...read.flatMap(({ mends }) => mends), ...settled.mends],
    refused: refused.map((refusal) => ({ ...refusal, where: whereOf.get(refusal.code) ?? file.file })),
    place,
    statements: [
      `${file.format}, ${settled.areas.length} areas`,
      columns.statement,
      `coordinates: ${placeText(place)}`,
    ],
  };
}

/** A feature as read: an area, or why it is none. */
interface ReadFeature {
  readonly code: string;
  readonly name: string;
  readonly where: string;
  readonly area: ImportedArea | null;
  readonly mends: readonly AreaMend[];
  readonly refused: AreaRefusal | null;
}

function readFeature(feature: FileFeature, file: string, columns: LayerColumns): ReadFeature {
  const code = cellText(feature, columns.code);
  const name = cellText(feature, columns.name);
  const where = `${file}, ${feature.where} (${code.replace(/\p{C}/gu, "\ufffd")})`; // signs that would break the line
  const read = { code, name, where, area: null, mends: [], refused: null };
  const leftOut = (what: string) => ({
    ...read,
    mends: [{ code, name, what, done: "left out", at: null, changesArea: false }],
  });
  if (goesRoundPole(feature.geometry)) return leftOut("goes round a pole, where nothing can be measured");
  try {
    const { boundary, mends } = mendedBoundary(feature.geometry, where);
    if (boundary === null) return leftOut("encloses nothing");
    return { ...read, area: { code, name, boundary, where }, mends: mends.map((mend) => ({ ...mend, code, name })) };
  } catch (cause) {
    if (!(cause instanceof BoundaryError)) throw cause;
    const within = cause.feature.slice(where.length).replace(/^, /, ""); // which of its rings
    const what = `${within} ${cause.what}`.trim();
    return { ...read, refused: { code, name, what, remedy: cause.remedy, at: null } };
  }
}

function textProblems(where: string, code: string, name: string, columns: LayerColumns): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (name === "")
    problems.push({
      where,
      what: `has nothing in ${columns.name}`,
      remedy: "give every area a name, or choose another column",
    });
  if (!/^[^\p{C}\p{Z}](?:[^\p{C}]*[^\p{C}\p{Z}])?$/u.test(code) || [...code].length > 64) {
    problems.push({
      where,
      what: `has the code ${JSON.stringify(code)}`,
      remedy: "give codes of 1 to 64 visible characters",
    });
  }
  return problems;
}
