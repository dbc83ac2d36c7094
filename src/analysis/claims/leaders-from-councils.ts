import { capitalised, countText, listText, numberWord } from "../plain-english.js";
import { type ClaimKind, notANumber, notCheckable, reportedCount } from "./claim-answer.js";

/** How the table of leaders writes that one came from a council. */
const COUNCIL = "COUNCIL";

/** "N leaders came from councils": those known, which is a bound while some leaders are not known. */
export const leadersFromCouncils: ClaimKind = (claim, facts) => {
  const reported = reportedCount(claim);
  if (reported === null) return notANumber(claim);
  if (facts.leaders.length === 0) return notCheckable("No table here says who led the footprints.");

  const fromCouncils = facts.leaders.filter(({ sector }) => sector === COUNCIL);
  const all = facts.footprints.length;
  const led = new Set(facts.leaders.map(({ footprintCode }) => footprintCode)).size;
  const unknown = all - led;
  const names = listText(fromCouncils.map(({ name, organisation }) => `${name} (${organisation})`));
  const count = fromCouncils.length;
  if (unknown === 0) {
    const verdict = count === reported ? "AGREES" : "DIFFERS";
    const explanation = `${capitalised(numberWord(count))} of the ${all} leaders came from councils: ${names}.`;
    return { computed: countText(count), verdict, explanation };
  }

  const computed = `at least ${countText(count)}`;
  const bound = `At least ${numberWord(count)} leaders came from councils: ${names}. Only ${led} of ${all} leaders are known here, so there may be more.`;
  if (reported < count || reported > count + unknown) return { computed, verdict: "DIFFERS", explanation: bound };
  if (reported > count)
    return notCheckable(`${bound} ${capitalised(numberWord(reported))} is possible and cannot be confirmed.`, computed);
  const agrees = `${bound} The leaders who are known bear the report out; they cannot show that it is complete.`;
  return { computed, verdict: "AGREES", explanation: agrees };
};
