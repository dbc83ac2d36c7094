import type { ComponentChildren } from "preact";
import { AreaLink } from "../components/links.js";
import type { FootprintDetail, RatingDetail } from "../data/area-details.js";
import { ratingColour } from "../format/colours.js";
import { CONFIDENCE_LABELS, ratingLabel } from "../format/labels.js";
import { count, joinWithAnd, people } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";

/** Leaders, subdivisions, members and neighbours of a footprint. */
export function FootprintFacts({ footprint }: { readonly footprint: FootprintDetail }) {
  const { members, parts, leaders, neighbours } = footprint;
  const { words } = useEdition();
  return (
    <>
      {leaders.length > 0 && (
        <section>
          <h2>Led by</h2>
          <ul class="facts">
            {leaders.map(({ name, organisation, source }) => (
              <li key={name}>
                {name}, {organisation}
                <p class="note">{source}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {parts.length > 0 && (
        <FoldedSection title="Its own subdivisions" size={parts.length} isOpen>
          <ul class="facts">
            {parts.map((part) => (
              <li key={part.name}>
                <strong>{part.name}</strong>
                <p class="note">{part.members.map(({ name }) => name).join("; ")}</p>
              </li>
            ))}
          </ul>
          <p class="note">{parts[0]?.source}</p>
        </FoldedSection>
      )}
      {members.length > 0 && (
        <FoldedSection
          title={words.member === "member" ? "Members" : `Members: ${words.members}`}
          size={members.length}
        >
          <ul class="facts">
            {members.map(({ code, name, population }) => (
              <li key={code}>
                {name} {population !== null && <span class="figure">{people(population)}</span>}
              </li>
            ))}
          </ul>
        </FoldedSection>
      )}
      {neighbours.length > 0 && (
        <FoldedSection title="Neighbours" size={neighbours.length}>
          <ul class="facts">
            {neighbours.map(({ footprint: { code, name }, sharedBorderKm }) => (
              <li key={code}>
                <AreaLink code={code}>{name}</AreaLink>
                <span class="figure">{count(Math.max(1, sharedBorderKm))} km of shared boundary</span>
              </li>
            ))}
          </ul>
        </FoldedSection>
      )}
    </>
  );
}

function FoldedSection(props: {
  readonly title: string;
  readonly size: number;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="folded" open={props.isOpen}>
      <summary>
        {props.title} <span class="count">{props.size}</span>
      </summary>
      {props.children}
    </details>
  );
}

/** A footprint's ratings with their sources; a rating without a source is shown as unknown. */
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
        <span class="swatch hatched" /> {ratingLabel(measure)}: <strong>not known</strong>
        <p class="note">
          No source found.{" "}
          {possible.length > 0 &&
            `It could be ${joinWithAnd(possible.map((one) => `“${ratingLabel(one)}”`)).replace(" and ", " or ")}.`}
        </p>
      </>
    );
  }
  return (
    <>
      <span class="swatch" style={{ background: ratingColour(value, scale) }} /> {ratingLabel(measure)}:{" "}
      <strong>{ratingLabel(value)}</strong>
      <p class="note">
        {scheme}, {date}
        {confidence && `, ${CONFIDENCE_LABELS[confidence] ?? confidence}`}. {sources.join("; ")}
      </p>
    </>
  );
}
