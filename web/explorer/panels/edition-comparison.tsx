import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink } from "../components/links.js";
import { compareQuery, type DividedCouncils, type EditionFigures, type EditionTier } from "../data/compare.js";
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
  /** Column headings of the two. */
  readonly labels: readonly [string, string];
  readonly weight: Weight;
}

/** How footprints and councils fit together in each of two editions: figures, and divided councils by name. */
export function EditionComparison(sides: Sides) {
  const query = compareQuery(sides.before, sides.after, sides.weight);
  const loaded = useQuery(query);
  return (
    <>
      <AsyncBoundary for={loaded}>
        {({ before, after, ...divided }) =>
          before &&
          after && (
            <>
              <ComparisonTable before={before.agreement} after={after.agreement} sides={sides} />
              {isSameKind(sides) && <DividedNames divided={divided} sides={sides} />}
            </>
          )
        }
      </AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </>
  );
}

interface ComparisonTableProps {
  readonly before: EditionFigures;
  readonly after: EditionFigures;
  readonly sides: Sides;
}

function ComparisonTable({ before, after, sides }: ComparisonTableProps) {
  const words = commonWords(sides);
  const rows = VERDICTS.filter(
    (verdict) => verdict !== "NONE" || verdictCount(before, verdict) + verdictCount(after, verdict) > 0,
  );
  return (
    <>
      <p class="answer">
        Divided {words.councils} went from <strong>{count(before.spanningCount)}</strong> to{" "}
        <strong>{count(after.spanningCount)}</strong>; {words.footprints} that cut through one from{" "}
        <strong>{count(verdictCount(before, "CROSSES"))}</strong> of {count(footprintCount(before))} to{" "}
        <strong>{count(verdictCount(after, "CROSSES"))}</strong> of {count(footprintCount(after))}.
      </p>
      {!isSameKind(sides) && (
        <p class="note">
          The two editions have different kinds of authority, {councilsWord(sides.before)} and{" "}
          {councilsWord(sides.after)}: only the figures are compared, not the names.
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
            <td>{count(before.spanningCount)}</td>
            <td>{count(after.spanningCount)}</td>
          </tr>
          <tr>
            <th scope="row">
              Agreement of footprints and {words.councils}{" "}
              <span class="note">
                by {sides.weight === "AREA" ? "land" : "people"}; 100% means that no {words.council} is divided
              </span>
            </th>
            <td>{percent(before.footprintGivenAuthority)}</td>
            <td>{percent(after.footprintGivenAuthority)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

function DividedNames({ divided, sides }: { readonly divided: DividedCouncils; readonly sides: Sides }) {
  const { edition, tier } = sides.after;
  const later = { edition: edition.id, tier };
  // The later names show whether a council was abolished; without divided councils before, nothing needs them.
  const names = valueOrNull(
    useAllPages(divided.dividedBefore.length === 0 ? null : (page) => councilsQuery(later, page)),
  );
  if (divided.dividedBefore.length > 0 && names === null) return null;
  return (
    <DividedCouncilsDiff
      divided={divided}
      namesAfter={new Set(names?.map(({ name }) => name))}
      before={sides.before.edition.id}
      after={edition.id}
    />
  );
}

function isSameKind({ before, after }: Sides): boolean {
  return before.edition.authorityKind === after.edition.authorityKind;
}

/** Words for both editions: their own where they are the same. */
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

function verdictCount({ verdictCounts }: EditionFigures, verdict: Verdict): number {
  return verdictCounts.find((one) => one.verdict === verdict)?.count ?? 0;
}

function footprintCount({ verdictCounts }: EditionFigures): number {
  return verdictCounts.reduce((sum, one) => sum + one.count, 0);
}
