import { useContext } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink } from "../components/links.js";
import { CsvButton } from "../components/save-file.js";
import { type DataOf, graphql } from "../data/graphql.js";
import type { Overview } from "../data/overview.js";
import { bind } from "../data/query.js";
import { useQuery } from "../data/use-query.js";
import { csv } from "../format/csv.js";
import { joinWithAnd } from "../format/numbers.js";
import { StateContext } from "../state/state-context.js";

const CLAIMS = graphql(`
query Claims($edition: ID) {
  claims(edition: $edition) { id statement source reported computed verdict explanation }
}
`);

type Claim = DataOf<typeof CLAIMS>["claims"][number];
type ClaimVerdict = Claim["verdict"];

const CLAIM_LABELS: Readonly<Record<ClaimVerdict, string>> = {
  AGREES: "The boundaries agree",
  DIFFERS: "The boundaries differ",
  DEPENDS: "It depends",
  NOT_CHECKABLE: "Cannot be checked",
};

/** Published claims about these areas, checked against the boundaries. */
export function ClaimsPanel({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <h1>What was reported, and what the boundaries show</h1>
      {overview.edition.claimCount === 0 ? <p>No claims about this edition have been collected.</p> : <ClaimsResult />}
    </>
  );
}

function ClaimsResult() {
  const { state } = useContext(StateContext);
  const query = bind(CLAIMS, { edition: state.edition });
  const loaded = useQuery(query);
  return (
    <>
      <AsyncBoundary for={loaded}>{({ claims }) => <ClaimsList claims={claims} />}</AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </>
  );
}

function ClaimsList({ claims }: { readonly claims: readonly Claim[] }) {
  const agreeing = claims.filter(({ verdict }) => verdict === "AGREES").length;
  return (
    <>
      <p class="answer">
        <strong>
          {agreeing} of {claims.length}
        </strong>{" "}
        claims agree with the boundaries.
      </p>
      <p>{otherVerdicts(claims)}</p>
      <ul class="claims">
        {claims.map(({ id, statement, source, reported, computed, verdict, explanation }) => (
          <li key={id}>
            <p class="claim">“{statement}”</p>
            <p class="note">{source}</p>
            <p>
              <span class={`badge ${verdict.toLowerCase()}`}>{CLAIM_LABELS[verdict]}</span>{" "}
              {/^\d+$/.test(reported) ? `Reported ${reported}, found ` : "Found "}
              {computed}.
            </p>
            <details>
              <summary>Why</summary>
              <p>{explanation}</p>
            </details>
          </li>
        ))}
      </ul>
      <p class="panel-foot">
        <CsvButton name="claims" text={() => claimsCsv(claims)} />
      </p>
    </>
  );
}

/** "3 depend on what is counted, 2 differ and 1 cannot be checked." */
function otherVerdicts(claims: readonly Claim[]): string {
  const countOf = (counted: ClaimVerdict) => claims.filter(({ verdict }) => verdict === counted).length;
  const [depend, differ, open] = [countOf("DEPENDS"), countOf("DIFFERS"), countOf("NOT_CHECKABLE")];
  const parts = [
    ...(depend > 0 ? [`${depend} ${depend === 1 ? "depends" : "depend"} on what is counted`] : []),
    ...(differ > 0 ? [`${differ} ${differ === 1 ? "differs" : "differ"}`] : []),
    ...(open > 0 ? [`${open} cannot be checked`] : []),
  ];
  return parts.length === 0 ? "" : `Of the others, ${joinWithAnd(parts)}.`;
}

/** Claims and their verdicts as CSV: a row for each. */
export function claimsCsv(claims: readonly Claim[]): string {
  return csv(
    ["id", "statement", "source", "reported", "computed", "verdict", "explanation"],
    claims.map(({ id, statement, source, reported, computed, verdict, explanation }) => [
      ...[id, statement, source, reported, computed, verdict, explanation],
    ]),
  );
}
