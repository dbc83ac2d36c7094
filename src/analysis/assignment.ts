import type { Tier } from "../model/area.js";
import type { AuthorityCode, FootprintCode } from "../model/code.js";
import type { IndexedFacts } from "../model/facts.js";
import { AssignmentError } from "./assignment-error.js";

/** Where a council is to go, whatever the best fit says. */
export interface Assignment {
  readonly authorityCode: AuthorityCode;
  readonly footprintCode: FootprintCode;
}

/**
 * The footprint that each assigned council goes to.
 *
 * @throws {AssignmentError} for a council that is not in the tier, a footprint that is not there, or a council assigned twice.
 */
export function assignedFootprints(
  assignments: readonly Assignment[],
  facts: IndexedFacts,
  tier: Tier,
): ReadonlyMap<AuthorityCode, FootprintCode> {
  const kind = facts.edition.authorityKind;
  const assigned = new Map<AuthorityCode, FootprintCode>();
  for (const { authorityCode, footprintCode } of assignments) {
    const refuse = (reason: string) => new AssignmentError({ kind, authorityCode, footprintCode, reason });
    const authority = facts.authorityByCode.get(authorityCode);
    if (authority === undefined) throw refuse(`there is no such ${kind}`);
    if (!authority.tiers.includes(tier)) throw refuse(`${authority.name} is not in tier ${tier}`);
    if (!facts.footprintByCode.has(footprintCode)) throw refuse("there is no such footprint");
    if (assigned.has(authorityCode)) throw refuse(`the ${kind} is assigned more than once`);
    assigned.set(authorityCode, footprintCode);
  }
  return assigned;
}
