import { type Compared, type ComparedTier, compareQuestion, type EditionFigures } from "../data/compare.js";
import { councilsQuestion, type Verdict } from "../data/overview.js";
import { useAllPages } from "../data/use-all-pages.js";
import { useAnswer } from "../data/use-answer.js";
import { loadedValue } from "../data/use-loaded.js";
import { type KindWords, kindWords } from "../parts/kind-words.js";
import { count } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { VERDICTS, verdictWords } from "../parts/words.js";
import type { Weight } from "../state/explorer-state.js";
import { DividedThenAndNow } from "./divided-then-and-now.js";

interface Sides {
  readonly before: ComparedTier;
  readonly after: ComparedTier;
  /** What the two are called at the top of a table. */
  readonly labels: readonly [string, string];
  readonly weight: Weight;
}

/** How footprints and councils fit in either of two editions, in figures and by name. */
export function ComparedFigures(sides: Sides) {
  const question = compareQuestion(sides.before, sides.after, sides.weight);
  const loaded = useAnswer(question);
  return (
    <>
      <Waiting for={loaded}>{(compared) => <Known compared={compared} sides={sides} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function Known({ compared, sides }: { readonly compared: Compared; readonly sides: Sides }) {
  const { before, after } = compared;
  const words = sharedWords(sides);
  const isSameKind = sides.before.edition.authorityKind === sides.after.edition.authorityKind;
  const rows = VERDICTS.filter((verdict) => verdict !== "NONE" || of(before, verdict) + of(after, verdict) > 0);
  return (
    <>
      <p class="answer">
        Divided {words.councils} went from <strong>{count(before.agreement.spanningCount)}</strong> to{" "}
        <strong>{count(after.agreement.spanningCount)}</strong>; {words.footprints} that cut through one from{" "}
        <strong>{count(of(before, "CROSSES"))}</strong> of {count(total(before))} to{" "}
        <strong>{count(of(after, "CROSSES"))}</strong> of {count(total(after))}.
      </p>
      {!isSameKind && (
        <p class="note">
          The two are of different kinds, {kindsOf(sides.before)} and {kindsOf(sides.after)}: their figures stand side
          by side, their names do not.
        </p>
      )}
      <table>
        <caption class="hidden">Both editions in figures</caption>
        <thead>
          <tr>
            <th scope="col">Footprints</th>
            {sides.labels.map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((verdict) => (
            <tr key={verdict}>
              <th scope="row">{verdictWords(verdict, words)}</th>
              <td>{count(of(before, verdict))}</td>
              <td>{count(of(after, verdict))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Divided {words.councils}</th>
            <td>{count(before.agreement.spanningCount)}</td>
            <td>{count(after.agreement.spanningCount)}</td>
          </tr>
          <tr>
            <th scope="row">
              Agreement of the two maps{" "}
              <span class="note">
                by {sides.weight === "AREA" ? "land" : "people"}; 100%: no {words.council} is divided
              </span>
            </th>
            <td>{percent(before.agreement.footprintGivenAuthority)}</td>
            <td>{percent(after.agreement.footprintGivenAuthority)}</td>
          </tr>
        </tbody>
      </table>
      {isSameKind && <Names compared={compared} sides={sides} />}
    </>
  );
}

function Names({ compared, sides }: { readonly compared: Compared; readonly sides: Sides }) {
  const { edition, tier } = sides.after;
  const later = { edition: edition.id, tier };
  // Whether a council is no longer divided or no longer there is asked only where one was.
  const names = loadedValue(
    useAllPages(compared.dividedBefore.length === 0 ? null : (page) => councilsQuestion(later, page)),
  );
  if (compared.dividedBefore.length > 0 && names === null) return null;
  return (
    <DividedThenAndNow
      compared={compared}
      namesAfter={new Set(names?.map(({ name }) => name))}
      before={sides.before.edition.id}
      after={edition.id}
    />
  );
}

/** Words that are right for both editions: their own where they share them. */
function sharedWords({ before, after }: Sides): KindWords {
  const [one, other] = [before, after].map(({ edition, tier }) => kindWords(edition, tier));
  const isSame = one !== undefined && one.council === other?.council;
  return kindWords(
    {
      footprintKind: one !== undefined && one.footprint === other?.footprint ? one.footprint : "footprint",
      authorityKind: isSame ? one.council : "authority",
      memberKind: "member",
      tiers: [],
    },
    before.tier,
  );
}

function kindsOf({ edition, tier }: ComparedTier): string {
  return kindWords(edition, tier).councils;
}

function of({ agreement }: EditionFigures, verdict: Verdict): number {
  return agreement.verdictCounts.find((one) => one.verdict === verdict)?.count ?? 0;
}

function total({ agreement }: EditionFigures): number {
  return agreement.verdictCounts.reduce((sum, one) => sum + one.count, 0);
}
