import { useContext } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { AreaLink, QueryLink } from "../components/links.js";
import { PagedList } from "../components/paged-list.js";
import { CsvButton } from "../components/save-file.js";
import { SegmentedControl } from "../components/segmented-control.js";
import type { Overview } from "../data/overview.js";
import { type Scenario, scenarioQuery } from "../data/scenario.js";
import { coterminosity } from "../data/selectors.js";
import { useQuery } from "../data/use-query.js";
import { VERDICT_COLOURS } from "../format/colours.js";
import { csv } from "../format/csv.js";
import { verdictLabel, verdictsToList } from "../format/labels.js";
import { capitalize, withArticle } from "../format/nouns.js";
import { areaKm2, count, people } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { ManualAssignments } from "./manual-assignments.js";
import { WeightChoice } from "./weight-choice.js";

/** What would change if footprints followed council boundaries. */
export function ScenarioPanel({ overview }: { readonly overview: Overview }) {
  const { state, update } = useContext(StateContext);
  const { words, hasPeople } = useEdition();
  const query = scenarioQuery(state);
  const loaded = useQuery(query);
  return (
    <>
      <h1>
        What if {words.footprints} followed {words.council} boundaries?
      </h1>
      <p class="note">
        Each {words.tierCouncil} goes whole to the {words.footprint} with most of its{" "}
        {state.weight === "AREA" ? "land" : "people"}, unless you assign it to another.
      </p>
      <div class="choices">
        <SegmentedControl
          label="Map shows"
          name="redrawn"
          value={state.redrawn ? "after" : "before"}
          choices={[
            { value: "before", label: "as drawn" },
            { value: "after", label: "redrawn" },
          ]}
          onChange={(value) => update({ redrawn: value === "after" })}
        />
        {hasPeople && <WeightChoice />}
      </div>
      <ManualAssignments overview={overview} />
      <AsyncBoundary for={loaded}>
        {({ scenario }) => <ScenarioOutcome scenario={scenario} overview={overview} />}
      </AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </>
  );
}

function ScenarioOutcome({ scenario, overview }: { readonly scenario: Scenario; readonly overview: Overview }) {
  const { words } = useEdition();
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
      <ScenarioVerdicts scenario={scenario} overview={overview} />
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

interface ScenarioVerdictsProps {
  readonly scenario: Scenario;
  readonly overview: Overview;
}

/** The number of footprints with each verdict, as drawn and redrawn. */
export function ScenarioVerdicts({ scenario, overview }: ScenarioVerdictsProps) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const countBefore = (verdict: string) =>
    overview.footprints.filter((footprint) => coterminosity(footprint, state.tier).verdict === verdict).length;
  const countAfter = (verdict: string) =>
    scenario.footprints.filter(({ verdictAfter }) => verdictAfter === verdict).length;
  const noneBefore = countBefore("NONE");
  const noneAfter = countAfter("NONE");
  return (
    <table>
      <caption class="hidden">{capitalize(words.footprints)} by verdict, as drawn and redrawn</caption>
      <thead>
        <tr>
          <th scope="col">{capitalize(words.footprints)}</th>
          <th scope="col">as drawn</th>
          <th scope="col">redrawn</th>
        </tr>
      </thead>
      <tbody>
        {verdictsToList(overview.footprints, state.tier).map((verdict) => (
          <tr key={verdict}>
            <th scope="row">
              <span class="swatch" style={{ background: VERDICT_COLOURS[verdict] }} /> {verdictLabel(verdict, words)}
            </th>
            <td>{countBefore(verdict)}</td>
            <td>{countAfter(verdict)}</td>
          </tr>
        ))}
        {noneAfter > 0 && noneBefore === 0 && (
          <tr>
            <th scope="row">Left without {withArticle(words.council)}</th>
            <td>0</td>
            <td>{noneAfter}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type Moves = Scenario["moves"];

/** The pieces of councils that change footprint, most people first. */
export function MovesTable({ moves }: { readonly moves: Moves }) {
  return (
    <PagedList items={sortByPeople(moves)} class="facts">
      {({ authority, from, to, population, areaKm2: land }) => (
        <li key={`${authority.code} ${from.code}`}>
          <span class="figure">{population === null ? areaKm2(land) : people(population)}</span>
          Part of <AreaLink code={authority.code}>{authority.name}</AreaLink>
          <p class="note">
            from {from.name} to {to.name}
          </p>
        </li>
      )}
    </PagedList>
  );
}

/** The moves as CSV. */
export function movesCsv(moves: Moves): string {
  const header = ["authority_code", "authority", "from_code", "from", "to_code", "to", "population", "area_km2"];
  const rows = sortByPeople(moves).map(({ authority, from, to, population, areaKm2: land }) => [
    authority.code,
    authority.name,
    from.code,
    from.name,
    to.code,
    to.name,
    population,
    land,
  ]);
  return csv(header, rows);
}

function sortByPeople(moves: Moves): Moves {
  return moves.toSorted((a, b) => (b.population ?? b.areaKm2) - (a.population ?? a.areaKm2));
}
