import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { type ScenarioAnswer, scenarioQuestion } from "../data/scenario.js";
import { useAnswer } from "../data/use-answer.js";
import { CsvButton } from "../parts/csv-button.js";
import { areaKm2, count, people } from "../parts/numbers.js";
import { QueryLink } from "../parts/query-link.js";
import { Segmented } from "../parts/segmented.js";
import { Waiting } from "../parts/waiting.js";
import { useEdition, useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { HandAssignments } from "./hand-assignments.js";
import { MovesTable, movesCsv } from "./moves-table.js";
import { RedrawnVerdicts } from "./redrawn-verdicts.js";
import { WeightChoice } from "./weight-choice.js";

/** What would change if footprints followed council lines. */
export function RedrawPanel({ overview }: { readonly overview: Overview }) {
  const { state, change } = useContext(StateContext);
  const { words, hasPeople } = useEdition();
  const question = scenarioQuestion(state);
  const loaded = useAnswer(question);
  return (
    <>
      <h1>
        What if {words.footprints} followed {words.council} lines?
      </h1>
      <p class="note">
        Each {words.tierCouncil} goes whole to the {words.footprint} that holds most of its{" "}
        {state.weight === "AREA" ? "land" : "people"}, unless you say otherwise.
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
        {hasPeople && <WeightChoice />}
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
  const words = useWords();
  const { councilsMoved, populationMoved, areaMovedKm2 } = scenario;
  const moved = <strong>{populationMoved === null ? areaKm2(areaMovedKm2) : people(populationMoved)}</strong>;
  return (
    <>
      <p class="answer" aria-live="polite">
        {councilsMoved === 0 ? (
          `No ${words.council} would change ${words.footprint}: none is divided.`
        ) : (
          <>
            <strong>{count(councilsMoved)}</strong> {councilsMoved === 1 ? words.council : words.councils} and {moved}{" "}
            would change {words.footprint}, in whole or in part.
          </>
        )}
      </p>
      <RedrawnVerdicts scenario={scenario} overview={overview} />
      {scenario.moves.length > 0 && (
        <>
          <h2>
            What moves <span class="count">{count(scenario.moves.length)}</span>
          </h2>
          <MovesTable moves={scenario.moves} />
          <p class="panel-foot">
            <CsvButton name="moves" text={() => movesCsv(scenario.moves)} />
          </p>
        </>
      )}
    </>
  );
}
