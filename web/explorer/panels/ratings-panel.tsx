import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { type Ratings, ratingsQuestion } from "../data/ratings.js";
import { useAnswer } from "../data/use-answer.js";
import { CsvButton } from "../parts/csv-button.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { StateContext } from "../state/state-context.js";
import { AgreementStrip } from "./agreement-strip.js";
import { RatingTable } from "./rating-table.js";
import { RatingsConclusion } from "./ratings-conclusion.js";
import { ratingsCsv } from "./ratings-csv.js";
import { WeightChoice } from "./weight-choice.js";

/** Do footprints that follow council lines rate better? What is known, and what cannot be concluded. */
export function RatingsPanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const question = ratingsQuestion(state.edition, state.tier);
  const loaded = useAnswer(question);
  return (
    <>
      <h1>Do ratings go with boundaries?</h1>
      <Waiting for={loaded}>{(ratings) => <Known ratings={ratings} overview={overview} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function Known({ ratings, overview }: { readonly ratings: Ratings; readonly overview: Overview }) {
  if (ratings.ratingCounts.length === 0) {
    return <p>No ratings belong to this year: NHS England rated the partnerships of 2017.</p>;
  }
  return (
    <>
      <RatingsConclusion ratings={ratings} total={overview.footprints.nodes.length} />
      <h2>How many of each</h2>
      <RatingTable ratings={ratings} />
      <p class="panel-foot">
        <CsvButton name="ratings-by-verdict" text={() => ratingsCsv(ratings)} />
      </p>
      <h2>Every footprint by agreement</h2>
      <WeightChoice />
      <AgreementStrip footprints={overview.footprints.nodes} />
    </>
  );
}
