import type { RatingCount, Ratings } from "../data/ratings.js";
import type { KindWords } from "../format/kind-words.js";
import { ratingLabel } from "../format/labels.js";
import { withArticle } from "../format/nouns.js";
import { useEdition } from "../state/edition-context.js";

interface ConclusionProps {
  readonly ratings: Ratings;
  readonly footprintCount: number;
}

/** The conclusions that the sourced ratings allow, and those that they do not. */
export function RatingsConclusion({ ratings, footprintCount }: ConclusionProps) {
  const { words } = useEdition();
  const sourced = ratings.ratingCounts.reduce((sum, count) => sum + count.sourced, 0);
  const unknown = footprintCount - sourced;
  const complete = ratings.ratingCounts.filter((count) => count.sourced === count.published);
  return (
    <>
      <p class="answer">
        <strong>
          {sourced} of {footprintCount}
        </strong>{" "}
        ratings can be traced to a source.{unknown > 0 && " The others are shown as unknown."}
      </p>
      {complete.length > 0 && (
        <>
          <p>
            <strong>What can be said.</strong> These ratings are fully sourced:
          </p>
          <ul class="bullets">
            {complete.map((count) => (
              <li key={count.rating}>{crossingSentence(count, ratings, words)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <strong>What cannot.</strong> Whether following {words.council} boundaries goes with better ratings overall:{" "}
        {unknown > 0 && `${unknown} ${unknown === 1 ? "is" : "are"} unknown, and `}
        {footprintCount} {words.footprints} rated once could not show that one causes the other.
      </p>
    </>
  );
}

function crossingSentence({ rating, sourced }: RatingCount, { ratingsByVerdict }: Ratings, words: KindWords): string {
  const crossing = ratingsByVerdict
    .filter((cell) => cell.rating === rating && cell.verdict === "CROSSES")
    .reduce((sum, { count }) => sum + count, 0);
  return `${ratingLabel(rating)}: ${crossing} of ${sourced} cut through ${withArticle(words.council)}.`;
}
