import type { Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { UnknownMeasureError, UnknownTierError } from "./errors.js";
import { measures } from "./ratings/rating-of-footprint.js";

/**
 * The tier that a question means: the one it asks for, and where it asks for none the upper, or the lower in an edition
 * that has no other.
 *
 * @throws {UnknownTierError} when it asks for one that the edition does not have
 */
export function resolveTier({ tiers, edition }: IndexedFacts, requested: Tier | null | undefined): Tier {
  if (requested === null || requested === undefined) return tiers[0] ?? "UPPER";
  if (!tiers.includes(requested)) throw new UnknownTierError(edition.id, requested, tiers);
  return requested;
}

/**
 * A measure that somebody names, if the edition has it. An edition without any ratings has nothing to say on every measure
 * and refuses none.
 *
 * @throws {UnknownMeasureError} naming the measures that there are
 */
export function resolveMeasure(measure: string, facts: IndexedFacts): string {
  const known = measures(facts);
  if (known.length === 0 || known.includes(measure)) return measure;
  throw new UnknownMeasureError(measure, known);
}
