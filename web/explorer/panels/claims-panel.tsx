import { useContext } from "preact/hooks";
import { type Claim, type ClaimVerdict, claimsQuestion } from "../data/claims.js";
import type { Overview } from "../data/overview.js";
import { useAnswer } from "../data/use-answer.js";
import { CsvButton } from "../parts/csv-button.js";
import { listed } from "../parts/numbers.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { StateContext } from "../state/state-context.js";
import { claimsCsv } from "./claims-csv.js";

const CLAIM_WORDS: Readonly<Record<ClaimVerdict, string>> = {
  AGREES: "The boundaries agree",
  DIFFERS: "The boundaries differ",
  DEPENDS: "It depends",
  NOT_CHECKABLE: "Cannot be checked",
};

/** What was reported about these areas, and what the boundaries say. */
export function ClaimsPanel({ overview }: { readonly overview: Overview }) {
  return (
    <>
      <h1>What was reported, and what the boundaries say</h1>
      {overview.edition.claimCount === 0 ? <p>No claims about this edition have been collected.</p> : <Checked />}
    </>
  );
}

function Checked() {
  const { state } = useContext(StateContext);
  const question = claimsQuestion(state.edition);
  const loaded = useAnswer(question);
  return (
    <>
      <Waiting for={loaded}>{({ claims }) => <Claims claims={claims} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  const agreeing = claims.filter(({ verdict }) => verdict === "AGREES").length;
  return (
    <>
      <p class="answer">
        <strong>
          {agreeing} of {claims.length}
        </strong>{" "}
        claims agree with the boundaries.
      </p>
      <p>{theOthers(claims)}</p>
      <ul class="claims">
        {claims.map(({ id, statement, source, reported, computed, verdict, explanation }) => (
          <li key={id}>
            <p class="claim">“{statement}”</p>
            <p class="note">{source}</p>
            <p>
              <span class={`badge ${verdict.toLowerCase()}`}>{CLAIM_WORDS[verdict]}</span>{" "}
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
function theOthers(claims: readonly Claim[]): string {
  const howMany = (wanted: ClaimVerdict) => claims.filter(({ verdict }) => verdict === wanted).length;
  const [depend, differ, open] = [howMany("DEPENDS"), howMany("DIFFERS"), howMany("NOT_CHECKABLE")];
  const said = [
    ...(depend > 0 ? [`${depend} ${depend === 1 ? "depends" : "depend"} on what is counted`] : []),
    ...(differ > 0 ? [`${differ} ${differ === 1 ? "differs" : "differ"}`] : []),
    ...(open > 0 ? [`${open} cannot be checked`] : []),
  ];
  return said.length === 0 ? "" : `Of the others, ${listed(said)}.`;
}
