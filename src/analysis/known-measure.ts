import type { IndexedFacts } from "../model/facts.js";
import { measures } from "./rating-of-footprint.js";
import { MeasureUnknownError } from "./unknown-rating-errors.js";

/**
 * A measure that somebody names, if the edition has it. An edition without any ratings has nothing to say on every measure
 * and refuses none.
 *
 * @throws {MeasureUnknownError} naming the measures that there are
 */
export function knownMeasure(measure: string, facts: IndexedFacts): string {
  const known = measures(facts);
  if (known.length === 0 || known.includes(measure)) return measure;
  throw new MeasureUnknownError(measure, known);
}
