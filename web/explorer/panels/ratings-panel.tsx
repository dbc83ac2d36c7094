import { useContext } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink } from "../components/links.js";
import { CsvButton } from "../components/save-file.js";
import type { Overview } from "../data/overview.js";
import { type Ratings, ratingsQuery } from "../data/ratings.js";
import { useQuery } from "../data/use-query.js";
import { csv } from "../format/csv.js";
import { ratingLabel } from "../format/labels.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { AgreementDotPlot } from "./agreement-dot-plot.js";
import { RatingTable } from "./rating-table.js";
import { RatingsConclusion } from "./ratings-conclusion.js";
import { WeightChoice } from "./weight-choice.js";

/** Do footprints that follow council boundaries rate better? What the sourced ratings show, and what they cannot. */
export function RatingsPanel({ overview }: { readonly overview: Overview }) {
  const [measure] = overview.edition.ratingMeasures;
  return (
    <>
      <h1>Are ratings related to boundaries?</h1>
      {measure === undefined ? (
        <p>This edition has no ratings.</p>
      ) : (
        <MeasureRatings overview={overview} measure={measure} />
      )}
    </>
  );
}

function MeasureRatings({ overview, measure }: { readonly overview: Overview; readonly measure: string }) {
  const { state } = useContext(StateContext);
  const query = ratingsQuery(state, measure);
  const loaded = useQuery(query);
  return (
    <>
      {overview.edition.ratingMeasures.length > 1 && <p class="note">Measure: {ratingLabel(measure).toLowerCase()}.</p>}
      <AsyncBoundary for={loaded}>
        {(ratings) => <RatingsSummary ratings={ratings} overview={overview} />}
      </AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </>
  );
}

function RatingsSummary({ ratings, overview }: { readonly ratings: Ratings; readonly overview: Overview }) {
  const { words, hasPeople } = useEdition();
  const { footprints } = overview;
  return (
    <>
      <RatingsConclusion ratings={ratings} footprintCount={footprints.length} />
      <h2>Verdicts and ratings</h2>
      <RatingTable ratings={ratings} />
      <p class="panel-foot">
        <CsvButton name="ratings-by-verdict" text={() => ratingsCsv(ratings)} />
      </p>
      <h2>Every {words.footprint} by agreement</h2>
      {hasPeople && <WeightChoice />}
      <AgreementDotPlot footprints={footprints} />
    </>
  );
}

/** Verdicts and ratings as CSV: a row for each footprint; the rating is empty where no source gives it. */
export function ratingsCsv({ ratingsByVerdict }: Ratings): string {
  return csv(
    ["footprint_code", "footprint", "verdict", "rating"],
    ratingsByVerdict.flatMap(({ verdict, rating, footprints }) =>
      footprints.map(({ code, name }) => [code, name, verdict, rating]),
    ),
  );
}
