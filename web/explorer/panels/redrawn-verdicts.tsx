import { useContext } from "preact/hooks";
import { standing } from "../data/known.js";
import type { Overview } from "../data/overview.js";
import type { ScenarioAnswer } from "../data/scenario.js";
import { VERDICT_COLOURS } from "../parts/colours.js";
import { capital, withArticle } from "../parts/nouns.js";
import { verdictsOf, verdictWords } from "../parts/words.js";
import { useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

interface RedrawnProps {
  readonly scenario: ScenarioAnswer["scenario"];
  readonly overview: Overview;
}

/** How many footprints have each verdict, as it is and redrawn. */
export function RedrawnVerdicts({ scenario, overview }: RedrawnProps) {
  const { state } = useContext(StateContext);
  const words = useWords();
  const before = (verdict: string) =>
    overview.footprints.filter((footprint) => standing(footprint, state.tier).verdict === verdict).length;
  const after = (verdict: string) => scenario.footprints.filter(({ verdictAfter }) => verdictAfter === verdict).length;
  const wasNone = before("NONE");
  const gone = after("NONE");
  return (
    <table>
      <caption class="hidden">{capital(words.footprints)} by verdict, as it is and redrawn</caption>
      <thead>
        <tr>
          <th scope="col">{capital(words.footprints)}</th>
          <th scope="col">as it is</th>
          <th scope="col">redrawn</th>
        </tr>
      </thead>
      <tbody>
        {verdictsOf(overview.footprints, state.tier).map((verdict) => (
          <tr key={verdict}>
            <th scope="row">
              <span class="swatch" style={{ background: VERDICT_COLOURS[verdict] }} /> {verdictWords(verdict, words)}
            </th>
            <td>{before(verdict)}</td>
            <td>{after(verdict)}</td>
          </tr>
        ))}
        {gone > 0 && wasNone === 0 && (
          <tr>
            <th scope="row">Left without {withArticle(words.council)}</th>
            <td>0</td>
            <td>{gone}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
