import { WideTable } from "../components/wide-table.js";
import type { RatingCell, Ratings } from "../data/ratings.js";
import { ratingLabel, VERDICTS, verdictLabel } from "../format/labels.js";
import { capitalize } from "../format/nouns.js";
import { useEdition } from "../state/edition-context.js";

/** Verdicts by ratings, with a column for unknown ratings. */
export function RatingTable({ ratings }: { readonly ratings: Ratings }) {
  const { words } = useEdition();
  const isPublished = ratings.ratingCounts.some(({ published }) => published !== null);
  const scale = ratings.ratingCounts.map(({ rating }) => rating);
  const columns: readonly (string | null)[] = [...scale, null];
  const cell = (verdict: string, rating: string | null): RatingCell | undefined =>
    ratings.ratingsByVerdict.find((one) => one.verdict === verdict && one.rating === rating);
  return (
    <WideTable label="Ratings by verdict">
      <table class="cross-table">
        <caption class="hidden">{capitalize(words.footprints)} by verdict and rating</caption>
        <thead>
          <tr>
            <th scope="col">Boundaries</th>
            {columns.map((rating) => (
              <th scope="col" key={rating}>
                {rating === null ? "Unknown" : ratingLabel(rating)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {VERDICTS.filter((verdict) => verdict !== "NONE" || cell(verdict, null)).map((verdict) => (
            <tr key={verdict}>
              <th scope="row">{verdictLabel(verdict, words)}</th>
              {columns.map((rating) => (
                <td
                  key={rating}
                  class={rating === null ? "unknown" : undefined}
                  title={cell(verdict, rating)
                    ?.footprints.map(({ name }) => name)
                    .join("\n")}
                >
                  {cell(verdict, rating)?.count ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {isPublished && (
          <tfoot>
            <tr>
              <th scope="row">Totals as published</th>
              {ratings.ratingCounts.map(({ rating, published }) => (
                <td key={rating}>{published ?? "–"}</td>
              ))}
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </WideTable>
  );
}
