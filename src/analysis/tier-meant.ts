import type { Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { TierMissingError } from "./tier-missing-error.js";

/**
 * The tier that a question means: the one it asks for, and where it asks for none the upper, or the lower in an edition
 * that has no other.
 *
 * @throws {TierMissingError} when it asks for one that the edition does not have
 */
export function tierMeant({ tiers, edition }: IndexedFacts, asked: Tier | null | undefined): Tier {
  if (asked === null || asked === undefined) return tiers[0] ?? "UPPER";
  if (!tiers.includes(asked)) throw new TierMissingError(edition.id, asked, tiers);
  return asked;
}
