import { narrowestBox } from "../geometry/box-around.js";
import type { LonLatBox } from "../model/boundary.js";
import type { IndexedFacts } from "../model/facts.js";

const HALF_TURN_DEGREES = 180;

/**
 * Where an edition lies: the narrowest box round its footprints and authorities, degrees.
 *
 * An area on both sides of the antimeridian that does not touch it, as Alaska is often drawn, has a box round the whole
 * Earth. Where there are others, those say where the edition lies.
 */
export function editionBox({ footprints, authorities }: Pick<IndexedFacts, "footprints" | "authorities">): LonLatBox {
  const boxes = [...footprints, ...authorities].map(({ bbox }) => bbox);
  const narrow = boxes.filter(([west, , east]) => east - west <= HALF_TURN_DEGREES);
  return narrowestBox(narrow.length > 0 ? narrow : boxes);
}
