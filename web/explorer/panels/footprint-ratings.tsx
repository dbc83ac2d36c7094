import type { RatingDetail } from "../data/footprint-detail.js";
import { ratingColour } from "../parts/colours.js";
import { listed } from "../parts/numbers.js";
import { CONFIDENCE_WORDS, ratingWords } from "../parts/words.js";

/** A footprint's ratings, each with who says so; what no source gives is said to be unknown. */
export function FootprintRatings({ ratings }: { readonly ratings: readonly RatingDetail[] }) {
  if (ratings.length === 0) return null;
  return (
    <section>
      <h2>Ratings</h2>
      <ul class="ratings">
        {ratings.map((rating) => (
          <li key={rating.measure}>
            <Rating rating={rating} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rating({ rating }: { readonly rating: RatingDetail }) {
  const { measure, value, possible, scale, scheme, confidence, sources, date } = rating;
  if (value === null) {
    return (
      <>
        <span class="swatch hatched" /> {ratingWords(measure)}: <strong>not known</strong>
        <p class="note">
          No source found.{" "}
          {possible.length > 0 &&
            `It can be ${listed(possible.map((one) => `“${ratingWords(one)}”`)).replace(" and ", " or ")}.`}
        </p>
      </>
    );
  }
  return (
    <>
      <span class="swatch" style={{ background: ratingColour(value, scale) }} /> {ratingWords(measure)}:{" "}
      <strong>{ratingWords(value)}</strong>
      <p class="note">
        {scheme}, {date}
        {confidence && `, ${CONFIDENCE_WORDS[confidence] ?? confidence}`}. {sources.join("; ")}
      </p>
    </>
  );
}
