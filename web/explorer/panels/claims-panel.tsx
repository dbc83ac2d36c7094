import { useContext } from "preact/hooks";
import { type Claim, type ClaimVerdict, claimsQuestion } from "../data/claims.js";
import { useAnswer } from "../data/use-answer.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { StateContext } from "../state/state-context.js";

const CLAIM_WORDS: Readonly<Record<ClaimVerdict, string>> = {
  AGREES: "The boundaries agree",
  DIFFERS: "The boundaries differ",
  DEPENDS: "It depends",
  NOT_CHECKABLE: "Cannot be checked",
};

/** What was reported about these areas, and what the boundaries say. */
export function ClaimsPanel() {
  const { state } = useContext(StateContext);
  const question = claimsQuestion(state.edition);
  const loaded = useAnswer(question);
  return (
    <>
      <h1>What was reported, and what the boundaries say</h1>
      <Waiting for={loaded}>{({ claims }) => <Claims claims={claims} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  if (claims.length === 0) return <p>No claims about this year have been collected.</p>;
  const agreeing = claims.filter(({ verdict }) => verdict === "AGREES").length;
  return (
    <>
      <p class="answer">
        <strong>
          {agreeing} of {claims.length}
        </strong>{" "}
        claims agree with the boundaries.
      </p>
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
    </>
  );
}
