import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { type ScenarioAnswer, scenarioQuestion } from "../data/scenario.js";
import { useAnswer } from "../data/use-answer.js";
import { CsvButton } from "../parts/csv-button.js";
import { count } from "../parts/numbers.js";
import { QueryLink } from "../parts/query-link.js";
import { Segmented } from "../parts/segmented.js";
import { Waiting } from "../parts/waiting.js";
import { TIER_WORDS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";
import { HandAssignments } from "./hand-assignments.js";
import { MovesTable, movesCsv } from "./moves-table.js";
import { RedrawnVerdicts } from "./redrawn-verdicts.js";
import { WeightChoice } from "./weight-choice.js";

/** What would change if footprints followed council lines. */
export function RedrawPanel({ overview }: { readonly overview: Overview }) {
  const { state, change } = useContext(StateContext);
  const question = scenarioQuestion(state);
  const loaded = useAnswer(question);
  return (
    <>
      <h1>What if footprints followed council lines?</h1>
      <p class="note">
        Each {TIER_WORDS[state.tier].toLowerCase().replace(" ", "-")} council goes whole to the footprint that holds
        most of its {state.weight === "AREA" ? "land" : "people"}, unless you say otherwise.
      </p>
      <div class="choices">
        <Segmented
          label="Map shows"
          name="redrawn"
          value={state.redrawn ? "after" : "before"}
          choices={[
            { value: "before", label: "as it is" },
            { value: "after", label: "redrawn" },
          ]}
          onChange={(value) => change({ redrawn: value === "after" })}
        />
        <WeightChoice />
      </div>
      <HandAssignments overview={overview} />
      <Waiting for={loaded}>{(answer) => <Outcome answer={answer} overview={overview} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function Outcome({ answer, overview }: { readonly answer: ScenarioAnswer; readonly overview: Overview }) {
  const { scenario } = answer;
  return (
    <>
      <p class="answer" aria-live="polite">
        <strong>{count(scenario.councilsMoved)}</strong> councils and <strong>{count(scenario.populationMoved)}</strong>{" "}
        people would change footprint, in whole or in part.
      </p>
      <RedrawnVerdicts scenario={scenario} overview={overview} />
      <h2>
        Who moves <span class="count">{scenario.moves.length}</span>
      </h2>
      <MovesTable moves={scenario.moves} />
      <p class="panel-foot">
        <CsvButton name="moves" text={() => movesCsv(scenario.moves)} />
      </p>
    </>
  );
}
