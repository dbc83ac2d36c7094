import { useContext } from "preact/hooks";
import { type Compared, compareQuestion, type EditionFigures } from "../data/compare.js";
import type { Overview } from "../data/overview.js";
import { useAnswer } from "../data/use-answer.js";
import { listed } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { VERDICT_WORDS, VERDICTS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";
import { WeightChoice } from "./weight-choice.js";

/** The oldest and the newest edition side by side: what got better. */
export function ComparePanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const byDate = overview.editions.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const question = compareQuestion({ before: byDate[0]?.id ?? "", after: byDate.at(-1)?.id ?? "" }, state);
  const loaded = useAnswer(question);
  return (
    <>
      <h1>Did boundaries come closer?</h1>
      <WeightChoice />
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
      <p class="note">Change the year above to see either on the map.</p>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
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
              How far a council tells the footprint <span class="note">by {inWords}; 100%: no council is divided</span>
            </th>
            <td>{percent(before.agreement.footprintGivenAuthority)}</td>
            <td>{percent(after.agreement.footprintGivenAuthority)}</td>
          </tr>
        </tbody>
      </table>
      <Changes compared={compared} />
    </>
  );
}

function Changes({ compared }: { readonly compared: Compared }) {
  const before = compared.dividedBefore.map(({ authority }) => authority.name);
  const after = compared.dividedAfter.map(({ authority }) => authority.name);
  const present = new Set(compared.councilsAfter.nodes.map(({ name }) => name));
  const gone = before.filter((name) => !after.includes(name));
  const lists = [
    { title: "No longer divided", names: gone.filter((name) => present.has(name)) },
    { title: "Abolished since", names: gone.filter((name) => !present.has(name)) },
    { title: "Still divided", names: before.filter((name) => after.includes(name)) },
    { title: "Newly divided, or newly made", names: after.filter((name) => !before.includes(name)) },
  ];
  return (
    <>
      {lists
        .filter(({ names }) => names.length > 0)
        .map(({ title, names }) => (
          <section key={title}>
            <h2>
              {title} <span class="count">{names.length}</span>
            </h2>
            <p>{listed(names.toSorted())}</p>
          </section>
        ))}
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
