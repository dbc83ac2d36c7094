import { ENCLOSES_NOTHING, type Mend, mendedBoundary } from "../doctor/mended-boundary.js";
import type { Boundary, LayerName } from "../model/boundary.js";
import { BoundaryError } from "../overlap/boundary-error.js";
import { cellText, type LayerColumns } from "./columns.js";
import { goesRoundPole } from "./cut-antimeridian.js";
import type { LayerFile } from "./files/layer-file.js";
import { ImportError, type ImportProblem } from "./import-error.js";
import { type LocatedLayer, type Place, placeText } from "./located-layer.js";

/** One area as imported. */
export interface ImportedArea {
  readonly code: string;
  readonly name: string;
  readonly boundary: Boundary;
}

/** Something mended in an area's boundary. */
export interface AreaMend extends Mend {
  readonly code: string;
  readonly name: string;
}

/** A layer that can be measured, and what it took. Areas are sorted by code. */
export interface ImportedLayer {
  readonly layer: LayerName;
  readonly file: LayerFile;
  readonly areas: readonly ImportedArea[];
  readonly mends: readonly AreaMend[];
  readonly place: Place;
  /** How it was read, one short sentence a choice. */
  readonly statements: readonly string[];
}

/**
 * The areas of a layer with their codes, names and boundaries, mended where need be.
 *
 * @throws {ImportError} with everything about its features that cannot be mended
 */
export function importedLayer(
  layer: LayerName,
  { file, features, place }: LocatedLayer,
  columns: LayerColumns,
): ImportedLayer {
  const problems: ImportProblem[] = [];
  const areas: ImportedArea[] = [];
  const mends: AreaMend[] = [];
  for (const feature of features) {
    const code = cellText(feature, columns.code);
    const name = cellText(feature, columns.name);
    const where = `${file.file}, ${feature.where} (${code})`;
    problems.push(...textProblems(where, code, name, columns));
    if (goesRoundPole(feature.geometry)) {
      mends.push({ code, name, what: "goes round a pole, where nothing can be measured", done: "left out", at: null });
      continue;
    }
    try {
      const mended = mendedBoundary(feature.geometry, where);
      areas.push({ code, name, boundary: mended.boundary });
      mends.push(...mended.mends.map((mend) => ({ ...mend, code, name })));
    } catch (cause) {
      if (!(cause instanceof BoundaryError)) throw cause;
      if (cause.what === ENCLOSES_NOTHING) mends.push({ code, name, what: cause.what, done: "left out", at: null });
      else problems.push({ where: cause.feature, what: cause.what, remedy: cause.remedy });
    }
  }
  if (areas.length === 0 && problems.length === 0) {
    problems.push({ where: file.file, what: "none of its areas encloses anything", remedy: "give boundaries that do" });
  }
  if (problems.length > 0) throw new ImportError(...problems);
  const statements = [`${file.format}, ${areas.length} areas`, columns.statement, `coordinates: ${placeText(place)}`];
  return { layer, file, areas: areas.sort((a, b) => (a.code < b.code ? -1 : 1)), mends, place, statements };
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
