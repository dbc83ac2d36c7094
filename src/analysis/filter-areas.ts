import type { Authority, AuthorityType, Footprint, Tier } from "../model/area.js";
import type { IndexedFacts } from "../model/facts.js";
import { type CoterminosityVerdict, coterminosityVerdict } from "./coterminosity/coterminosity-verdict.js";
import { UnknownRatingError } from "./errors.js";
import { realOverlapsOfAuthority } from "./filter-overlaps.js";
import { ratingOfFootprint, ratingScale } from "./ratings/rating-of-footprint.js";

/** Which footprints to list; a condition that is omitted or null does not apply. */
export interface FootprintFilter {
  /** The tier that the verdict refers to. */
  readonly tier?: Tier | undefined;
  readonly verdict?: CoterminosityVerdict | null | undefined;
  /** The sourced overall rating. */
  readonly rating?: string | null | undefined;
}

/** The footprints that pass a filter, by code. @throws {UnknownRatingError} for a rating that is not on the scale */
export function filterFootprints(
  facts: IndexedFacts,
  { tier = "UPPER", verdict = null, rating = null }: FootprintFilter = {},
): readonly Footprint[] {
  const scale = ratingScale("overall", facts).map((value) => value.rating);
  if (rating !== null && scale.length > 0 && !scale.includes(rating)) throw new UnknownRatingError(rating, scale);
  return facts.footprints.filter(
    ({ code }) =>
      (verdict === null || coterminosityVerdict(code, facts, { tier }) === verdict) &&
      (rating === null || ratingOfFootprint(code, facts)?.value === rating),
  );
}

/** Which councils to list; a condition that is omitted or null does not apply. */
export interface AuthorityFilter {
  readonly tier?: Tier | undefined;
  readonly types?: readonly AuthorityType[] | null | undefined;
  /** Minimum number of footprints that they have a real overlap with. */
  readonly minFootprints?: number | null | undefined;
}

/** The councils that pass a filter, by code. */
export function filterAuthorities(
  facts: IndexedFacts,
  { tier = "UPPER", types = null, minFootprints = null }: AuthorityFilter = {},
): readonly Authority[] {
  return facts.authorities.filter(
    (authority) =>
      authority.tiers.includes(tier) &&
      (types === null || types.includes(authority.type)) &&
      (minFootprints === null || realOverlapsOfAuthority(authority.code, facts).length >= minFootprints),
  );
}
