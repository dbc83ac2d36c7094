import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink } from "../components/links.js";
import { type Comparison, compareQuery, type EditionFigures, type EditionTier } from "../data/compare.js";
import { councilsQuery, type Verdict } from "../data/overview.js";
import { valueOrNull } from "../data/use-async.js";
import { useAllPages, useQuery } from "../data/use-query.js";
import { type KindWords, kindWords } from "../format/kind-words.js";
import { VERDICTS, verdictLabel } from "../format/labels.js";
import { count, percent } from "../format/numbers.js";
import type { Weight } from "../state/explorer-state.js";
import { DividedCouncilsDiff } from "./divided-councils-diff.js";

interface Sides {
  readonly before: EditionTier;
  readonly after: EditionTier;
  /** What the two are called at the top of a table. */
  readonly labels: readonly [string, string];
  readonly weight: Weight;
}

/** How footprints and councils fit in either of two editions, in figures and by name. */
export function EditionComparison(sides: Sides) {
  const query = compareQuery(sides.before, sides.after, sides.weight);
  const loaded = useQuery(query);
  return (
    <>
      <AsyncBoundary for={loaded}>{(compared) => <ComparisonTable compared={compared} sides={sides} />}</AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </>
  );
}

function ComparisonTable({ compared, sides }: { readonly compared: Comparison; readonly sides: Sides }) {
  const { before, after } = compared;
  const words = commonWords(sides);
  const isSameKind = sides.before.edition.authorityKind === sides.after.edition.authorityKind;
  const rows = VERDICTS.filter(
    (verdict) => verdict !== "NONE" || verdictCount(before, verdict) + verdictCount(after, verdict) > 0,
  );
  return (
    <>
      <p class="answer">
        Divided {words.councils} went from <strong>{count(before.agreement.spanningCount)}</strong> to{" "}
        <strong>{count(after.agreement.spanningCount)}</strong>; {words.footprints} that cut through one from{" "}
        <strong>{count(verdictCount(before, "CROSSES"))}</strong> of {count(footprintCount(before))} to{" "}
        <strong>{count(verdictCount(after, "CROSSES"))}</strong> of {count(footprintCount(after))}.
      </p>
      {!isSameKind && (
        <p class="note">
          The two are of different kinds, {councilsWord(sides.before)} and {councilsWord(sides.after)}: their figures
          stand side by side, their names do not.
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
              <th scope="row">{verdictLabel(verdict, words)}</th>
              <td>{count(verdictCount(before, verdict))}</td>
              <td>{count(verdictCount(after, verdict))}</td>
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
      {isSameKind && <DividedNames compared={compared} sides={sides} />}
    </>
  );
}

function DividedNames({ compared, sides }: { readonly compared: Comparison; readonly sides: Sides }) {
  const { edition, tier } = sides.after;
  const later = { edition: edition.id, tier };
  // Whether a council is no longer divided or no longer there is asked only where one was.
  const names = valueOrNull(
    useAllPages(compared.dividedBefore.length === 0 ? null : (page) => councilsQuery(later, page)),
  );
  if (compared.dividedBefore.length > 0 && names === null) return null;
  return (
    <DividedCouncilsDiff
      compared={compared}
      namesAfter={new Set(names?.map(({ name }) => name))}
      before={sides.before.edition.id}
      after={edition.id}
    />
  );
}

/** Words that are right for both editions: their own where they share them. */
function commonWords({ before, after }: Sides): KindWords {
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

function councilsWord({ edition, tier }: EditionTier): string {
  return kindWords(edition, tier).councils;
}

function verdictCount({ agreement }: EditionFigures, verdict: Verdict): number {
  return agreement.verdictCounts.find((one) => one.verdict === verdict)?.count ?? 0;
}

function footprintCount({ agreement }: EditionFigures): number {
  return agreement.verdictCounts.reduce((sum, one) => sum + one.count, 0);
}
