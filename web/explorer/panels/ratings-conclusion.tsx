import type { RatingCount, Ratings } from "../data/ratings.js";
import type { KindWords } from "../parts/kind-words.js";
import { withArticle } from "../parts/nouns.js";
import { ratingWords } from "../parts/words.js";
import { useWords } from "../state/edition-context.js";

interface ConclusionProps {
  readonly ratings: Ratings;
  /** How many footprints there are. */
  readonly total: number;
}

/** What the known ratings allow to say, and what they do not. */
export function RatingsConclusion({ ratings, total }: ConclusionProps) {
  const words = useWords();
  const sourced = ratings.ratingCounts.reduce((sum, count) => sum + count.sourced, 0);
  const unknown = total - sourced;
  const complete = ratings.ratingCounts.filter((count) => count.sourced === count.published);
  return (
    <>
      <p class="answer">
        <strong>
          {sourced} of {total}
        </strong>{" "}
        ratings can be traced to a source.{unknown > 0 && " The others are shown as unknown."}
      </p>
      {complete.length > 0 && (
        <>
          <p>
            <strong>What can be said.</strong> These ratings are known in full:
          </p>
          <ul class="bullets">
            {complete.map((count) => (
              <li key={count.rating}>{crossingSentence(count, ratings, words)}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <strong>What cannot.</strong> Whether following {words.council} lines goes with better ratings overall:{" "}
        {unknown > 0 && `${unknown} ${unknown === 1 ? "is" : "are"} unknown, and `}
        {total} {words.footprints} rated once could not show that one causes the other.
      </p>
    </>
  );
}

function crossingSentence({ rating, sourced }: RatingCount, { ratingsByVerdict }: Ratings, words: KindWords): string {
  const crossing = ratingsByVerdict
    .filter((cell) => cell.rating === rating && cell.verdict === "CROSSES")
    .reduce((sum, { count }) => sum + count, 0);
  return `${ratingWords(rating)}: ${crossing} of ${sourced} cut through ${withArticle(words.council)}.`;
}
