import type { Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { UnknownMeasureError, UnknownTierError } from "./errors.js";
import { measures } from "./ratings/rating-of-footprint.js";

/**
 * The requested tier; without a request the upper one, or the lower one in an edition that has no other.
 *
 * @throws {UnknownTierError} for a requested tier that the edition does not have
 */
export function resolveTier({ tiers, edition }: IndexedFacts, requested: Tier | null | undefined): Tier {
  if (requested === null || requested === undefined) return tiers[0] ?? "UPPER";
  if (!tiers.includes(requested)) throw new UnknownTierError(edition.id, requested, tiers);
  return requested;
}

/**
 * The requested measure. An edition without ratings accepts any measure, and has no ratings on it.
 *
 * @throws {UnknownMeasureError} for a measure that the edition has no ratings on, listing its measures
 */
export function resolveMeasure(measure: string, facts: IndexedFacts): string {
  const known = measures(facts);
  if (known.length === 0 || known.includes(measure)) return measure;
  throw new UnknownMeasureError(measure, known);
}
