import { useContext } from "preact/hooks";
import { type Overview, standing } from "../data/overview.js";
import type { ScenarioAnswer } from "../data/scenario.js";
import { VERDICT_COLOURS } from "../parts/colours.js";
import { VERDICT_WORDS, VERDICTS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";

interface RedrawnProps {
  readonly scenario: ScenarioAnswer["scenario"];
  readonly overview: Overview;
}

/** How many footprints have each verdict, as it is and redrawn. */
export function RedrawnVerdicts({ scenario, overview }: RedrawnProps) {
  const { state } = useContext(StateContext);
  const before = (verdict: string) =>
    overview.footprints.nodes.filter((footprint) => standing(footprint, state.tier).verdict === verdict).length;
  const after = (verdict: string) => scenario.footprints.filter(({ verdictAfter }) => verdictAfter === verdict).length;
  const gone = after("NONE");
  return (
    <table>
      <caption class="hidden">Footprints by verdict, as it is and redrawn</caption>
      <thead>
        <tr>
          <th scope="col">Footprints</th>
          <th scope="col">as it is</th>
          <th scope="col">redrawn</th>
        </tr>
      </thead>
      <tbody>
        {VERDICTS.map((verdict) => (
          <tr key={verdict}>
            <th scope="row">
              <span class="swatch" style={{ background: VERDICT_COLOURS[verdict] }} /> {VERDICT_WORDS[verdict]}
            </th>
            <td>{before(verdict)}</td>
            <td>{after(verdict)}</td>
          </tr>
        ))}
        {gone > 0 && (
          <tr>
            <th scope="row">Left without a council</th>
            <td>0</td>
            <td>{gone}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
