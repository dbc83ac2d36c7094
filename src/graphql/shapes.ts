import type { Boundary } from "../model/boundary.js";
import type { Detail, LayerName } from "../model/layer.js";
import type { EditionWorld, ShapeSource } from "./world.js";

/** An area's boundary. A record without one means a built file that does not fit together. */
export async function boundaryOf(
  shapes: ShapeSource,
  { facts }: EditionWorld,
  { layer, code, detail }: { readonly layer: LayerName; readonly code: string; readonly detail: Detail },
): Promise<Boundary> {
  const boundary = await shapes.area(facts.edition.id, layer, code, detail);
  if (boundary === null) throw new Error(`${facts.edition.id}: ${layer} ${code} has no boundary at ${detail}`);
  return boundary;
}

/** The boundary of several areas of a layer taken together. */
export async function unionOf(
  shapes: ShapeSource,
  { facts }: EditionWorld,
  { layer, codes, detail }: { readonly layer: LayerName; readonly codes: readonly string[]; readonly detail: Detail },
): Promise<Boundary> {
  const boundary = await shapes.union(facts.edition.id, layer, codes, detail);
  if (boundary === null) throw new Error(`${facts.edition.id}: ${layer} lacks one of ${codes.join(" ")} at ${detail}`);
  return boundary;
}
