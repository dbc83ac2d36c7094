import { useContext } from "preact/hooks";
import { type Compared, compareQuestion, type EditionFigures } from "../data/compare.js";
import type { Overview } from "../data/overview.js";
import { useAnswer } from "../data/use-answer.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { Segmented } from "../parts/segmented.js";
import { Waiting } from "../parts/waiting.js";
import { VERDICT_WORDS, VERDICTS } from "../parts/words.js";
import { oldestAndNewest } from "../state/editions-beside.js";
import { INITIAL_STATE } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { DividedThenAndNow } from "./divided-then-and-now.js";
import { WeightChoice } from "./weight-choice.js";
import { WhatChanged } from "./what-changed.js";

type YearOf = Pick<Overview["editions"][number], "id" | "date">;

const BOTH = "both";

/** The oldest and the newest edition side by side: what got better. */
export function ComparePanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const [oldest, newest] = oldestAndNewest(overview.editions) ?? [];
  const question = compareQuestion({ before: oldest?.id ?? "", after: newest?.id ?? "" }, state);
  const loaded = useAnswer(question);
  return (
    <>
      <h1>Did boundaries come closer?</h1>
      <div class="choices">
        {oldest && newest && <MapChoice before={oldest} after={newest} />}
        <WeightChoice />
      </div>
      <Waiting for={loaded}>
        {(compared) => {
          const { before, after } = compared;
          return before && after ? (
            <Known compared={compared} before={before} after={after} />
          ) : (
            <p>There is only one year.</p>
          );
        }}
      </Waiting>
      {oldest && newest && <WhatChanged from={oldest.id} to={newest.id} />}
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function MapChoice({ before, after }: { readonly before: YearOf; readonly after: YearOf }) {
  const { state, change } = useContext(StateContext);
  const year = ({ id, date }: YearOf) => ({ value: id, label: date.slice(0, 4) });
  return (
    <Segmented
      label="Map shows"
      name="swipe"
      value={state.swipe === null ? state.edition : BOTH}
      choices={[year(before), { value: BOTH, label: "both, with a line to drag" }, year(after)]}
      onChange={(value) =>
        change(value === BOTH ? { swipe: INITIAL_STATE.swipe } : { swipe: null, edition: value, area: null })
      }
    />
  );
}

function Known(props: {
  readonly compared: Compared;
  readonly before: EditionFigures;
  readonly after: EditionFigures;
}) {
  const { compared, before, after } = props;
  const { state } = useContext(StateContext);
  const inWords = state.weight === "AREA" ? "land" : "people";
  return (
    <>
      <p class="answer">
        Divided councils went from <strong>{before.agreement.spanningCount}</strong> to{" "}
        <strong>{after.agreement.spanningCount}</strong>; footprints that cut through a council from{" "}
        <strong>{crossing(before)}</strong> of {total(before)} to <strong>{crossing(after)}</strong> of {total(after)}.
      </p>
      <table>
        <caption class="hidden">Both years in figures</caption>
        <thead>
          <tr>
            <th scope="col">Footprints</th>
            <th scope="col">{before.date.slice(0, 4)}</th>
            <th scope="col">{after.date.slice(0, 4)}</th>
          </tr>
        </thead>
        <tbody>
          {VERDICTS.map((verdict) => (
            <tr key={verdict}>
              <th scope="row">{VERDICT_WORDS[verdict]}</th>
              <td>{countOf(before, verdict)}</td>
              <td>{countOf(after, verdict)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Divided councils</th>
            <td>{before.agreement.spanningCount}</td>
            <td>{after.agreement.spanningCount}</td>
          </tr>
          <tr>
            <th scope="row">
              Agreement of the two maps <span class="note">by {inWords}; 100%: no council is divided</span>
            </th>
            <td>{percent(before.agreement.footprintGivenAuthority)}</td>
            <td>{percent(after.agreement.footprintGivenAuthority)}</td>
          </tr>
        </tbody>
      </table>
      <DividedThenAndNow compared={compared} before={before.id} after={after.id} />
    </>
  );
}

function countOf({ agreement }: EditionFigures, verdict: string): number {
  return agreement.verdictCounts.find((one) => one.verdict === verdict)?.count ?? 0;
}

function crossing(figures: EditionFigures): number {
  return countOf(figures, "CROSSES");
}

function total({ agreement }: EditionFigures): number {
  return agreement.verdictCounts.reduce((sum, { count }) => sum + count, 0);
}
