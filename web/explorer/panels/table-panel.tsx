import { useContext, useState } from "preact/hooks";
import { type FootprintBrief, type Overview, overviewQuestion, standing } from "../data/overview.js";
import { csv } from "../parts/csv.js";
import { CsvButton } from "../parts/csv-button.js";
import { count } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { AreaLink } from "../parts/state-link.js";
import { WideTable } from "../parts/wide-table.js";
import { ratingWords, VERDICT_WORDS, VERDICTS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";

interface Column {
  /** Whether it holds words, which stand at the left. */
  readonly isWords?: boolean;
  readonly title: string;
  readonly key: (footprint: FootprintBrief) => string | number;
  readonly text: (footprint: FootprintBrief) => string;
}

/** What the map shows, as a table that can be sorted and saved. */
export function TablePanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const [sortedBy, setSortedBy] = useState(0);
  const columns: readonly Column[] = [
    { title: "Footprint", key: ({ name }) => name, text: ({ name }) => name },
    {
      title: "Boundaries",
      isWords: true,
      key: (footprint) => VERDICTS.indexOf(standing(footprint, state.tier).verdict),
      text: (footprint) => VERDICT_WORDS[standing(footprint, state.tier).verdict],
    },
    {
      title: "Agreement by people",
      key: (footprint) => -(standing(footprint, state.tier).agreementPopulation ?? 0),
      text: (footprint) => percent(standing(footprint, state.tier).agreementPopulation),
    },
    {
      title: "by land",
      key: (footprint) => -standing(footprint, state.tier).agreementArea,
      text: (footprint) => percent(standing(footprint, state.tier).agreementArea),
    },
    {
      title: "Rating",
      isWords: true,
      key: ratingRank,
      text: ({ rating }) => (rating?.value ? ratingWords(rating.value) : "Unknown"),
    },
    { title: "People", key: ({ population }) => -(population ?? 0), text: ({ population }) => count(population) },
  ];
  const key = columns[sortedBy]?.key ?? columns[0]?.key ?? (() => 0);
  const rows = overview.footprints.nodes.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return (
    <>
      <h1>All footprints as a table</h1>
      <p class="note">The same facts as on the map. A column’s name sorts by it.</p>
      <WideTable label="Table">
        <table>
          <caption class="hidden">All footprints</caption>
          <thead>
            <tr>
              {columns.map(({ title, isWords }, i) => (
                <th
                  scope="col"
                  key={title}
                  class={isWords ? "words" : undefined}
                  aria-sort={i === sortedBy ? "ascending" : "none"}
                >
                  <button type="button" class="link" onClick={() => setSortedBy(i)}>
                    {title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((footprint) => (
              <tr key={footprint.code}>
                {columns.map(({ title, text, isWords }, i) =>
                  i === 0 ? (
                    <th scope="row" key={title}>
                      <AreaLink code={footprint.code}>{text(footprint)}</AreaLink>
                    </th>
                  ) : (
                    <td key={title} class={isWords ? "words" : undefined}>
                      {text(footprint)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p class="panel-foot">
        <CsvButton name={`footprints-${state.edition}`} text={() => footprintsCsv(overview)} /> ·{" "}
        <QueryLink question={overviewQuestion(state.edition)} />
      </p>
    </>
  );
}

function ratingRank({ rating }: FootprintBrief): number {
  return rating?.value ? rating.scale.indexOf(rating.value) : Number.POSITIVE_INFINITY;
}

function footprintsCsv({ footprints }: Overview): string {
  const header = ["code", "name", "population", "area_km2"];
  const ofTier = ["verdict", "agreement_population", "agreement_area"];
  return csv(
    [...header, ...ofTier.map((name) => `upper_${name}`), ...ofTier.map((name) => `lower_${name}`), "rating"],
    footprints.nodes.map(({ code, name, population, areaKm2, upper, lower, rating }) => [
      ...[code, name, population, areaKm2],
      ...[upper.verdict, upper.agreementPopulation, upper.agreementArea],
      ...[lower.verdict, lower.agreementPopulation, lower.agreementArea],
      rating?.value ?? null,
    ]),
  );
}
