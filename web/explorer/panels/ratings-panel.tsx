import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { type Ratings, ratingsQuestion } from "../data/ratings.js";
import { useAnswer } from "../data/use-answer.js";
import { CsvButton } from "../parts/csv-button.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { ratingWords } from "../parts/words.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { AgreementStrip } from "./agreement-strip.js";
import { RatingTable } from "./rating-table.js";
import { RatingsConclusion } from "./ratings-conclusion.js";
import { ratingsCsv } from "./ratings-csv.js";
import { WeightChoice } from "./weight-choice.js";

/** Do footprints that follow council lines rate better? What is known, and what cannot be concluded. */
export function RatingsPanel({ overview }: { readonly overview: Overview }) {
  const [measure] = overview.edition.ratingMeasures;
  return (
    <>
      <h1>Do ratings go with boundaries?</h1>
      {measure === undefined ? <p>This edition has no ratings.</p> : <Rated overview={overview} measure={measure} />}
    </>
  );
}

function Rated({ overview, measure }: { readonly overview: Overview; readonly measure: string }) {
  const { state } = useContext(StateContext);
  const question = ratingsQuestion(state, measure);
  const loaded = useAnswer(question);
  return (
    <>
      {overview.edition.ratingMeasures.length > 1 && (
        <p class="note">Rated on: {ratingWords(measure).toLowerCase()}.</p>
      )}
      <Waiting for={loaded}>{(ratings) => <Known ratings={ratings} overview={overview} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}

function Known({ ratings, overview }: { readonly ratings: Ratings; readonly overview: Overview }) {
  const { words, hasPeople } = useEdition();
  const { footprints } = overview;
  return (
    <>
      <RatingsConclusion ratings={ratings} total={footprints.length} />
      <h2>How many of each</h2>
      <RatingTable ratings={ratings} />
      <p class="panel-foot">
        <CsvButton name="ratings-by-verdict" text={() => ratingsCsv(ratings)} />
      </p>
      <h2>Every {words.footprint} by agreement</h2>
      {hasPeople && <WeightChoice />}
      <AgreementStrip footprints={footprints} />
    </>
  );
}
