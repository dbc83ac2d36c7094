import type { Boundary } from "@coterminous/overlap";
import type { Detail, LayerName } from "../../model/layer.js";
import type { BoundaryService, EditionEntry } from "../context.js";

/** An area's boundary. @throws {Error} when a record has none: the database is then inconsistent */
export async function resolveBoundary(
  boundaries: BoundaryService,
  { facts }: EditionEntry,
  { layer, code, detail }: { readonly layer: LayerName; readonly code: string; readonly detail: Detail },
): Promise<Boundary> {
  const boundary = await boundaries.area(facts.edition.id, layer, code, detail);
  if (boundary === null) throw new Error(`${facts.edition.id}: ${layer} ${code} has no boundary at ${detail}`);
  return boundary;
}

/** The union of several areas of a layer. */
export async function resolveUnion(
  boundaries: BoundaryService,
  { facts }: EditionEntry,
  { layer, codes, detail }: { readonly layer: LayerName; readonly codes: readonly string[]; readonly detail: Detail },
): Promise<Boundary> {
  const boundary = await boundaries.union(facts.edition.id, layer, codes, detail);
  if (boundary === null) throw new Error(`${facts.edition.id}: ${layer} lacks one of ${codes.join(" ")} at ${detail}`);
  return boundary;
}
