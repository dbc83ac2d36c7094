import { useContext, useState } from "preact/hooks";
import { AreaLink, QueryLink } from "../components/links.js";
import { usePagedItems } from "../components/paged-list.js";
import { CsvButton } from "../components/save-file.js";
import { WideTable } from "../components/wide-table.js";
import { type Overview, overviewQuery } from "../data/overview.js";
import { csv } from "../format/csv.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { tableColumns } from "./table-columns.js";

/** The facts on the map, as a table that can be sorted and saved. */
export function TablePanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const [sortedBy, setSortedBy] = useState(0);
  const columns = tableColumns(overview.edition, { tier: state.tier, words });
  const key = columns[sortedBy]?.key ?? columns[0]?.key ?? (() => 0);
  const rows = overview.footprints.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const [shown, more] = usePagedItems(rows);
  return (
    <>
      <h1>All {words.footprints} as a table</h1>
      <p class="note">The same facts as on the map. Select a column heading to sort by it.</p>
      <WideTable label="Table">
        <table>
          <caption class="hidden">All {words.footprints}</caption>
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
            {shown.map((footprint) => (
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
      {more}
      <p class="panel-foot">
        <CsvButton name={`footprints-${state.edition}`} text={() => footprintsCsv(overview)} /> ·{" "}
        <QueryLink query={overviewQuery(state.edition)} />
      </p>
    </>
  );
}

/** All footprints as CSV, with the verdict and agreement on each tier of the edition. */
export function footprintsCsv({ edition, footprints }: Pick<Overview, "edition" | "footprints">): string {
  const ofTier = ["verdict", "agreement_population", "agreement_area"];
  const tierColumns = edition.tiers.flatMap((tier) => ofTier.map((name) => `${tier.toLowerCase()}_${name}`));
  return csv(
    ["code", "name", "population", "area_km2", ...tierColumns, "rating"],
    footprints.map(({ code, name, population, areaKm2, coterminosityByTier, rating }) => [
      ...[code, name, population, areaKm2],
      ...edition.tiers.flatMap((tier) => {
        const on = coterminosityByTier[tier];
        return [on?.verdict ?? null, on?.agreementPopulation ?? null, on?.agreementArea ?? null];
      }),
      rating?.value ?? null,
    ]),
  );
}
