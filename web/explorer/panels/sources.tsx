import type { Overview } from "../data/overview.js";
import { length } from "../format/numbers.js";

/** The sources of the data, with their licences. */
export function Sources({ overview }: { readonly overview: Overview }) {
  const { edition } = overview;
  return (
    <details class="folded sources">
      <summary>Sources and licence</summary>
      <ul class="facts">
        {edition.sources.map(({ title, publisher, licence, url }) => (
          <li key={title}>
            {url ? <a href={url}>{title}</a> : title}
            <p class="note">
              {publisher}. {licence}
            </p>
          </li>
        ))}
      </ul>
      {edition.notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      <p class="note">{[...new Set(edition.sources.map(({ attribution }) => attribution))].join(" ")}</p>
      <p class="note">
        {edition.populationBasis === null ? "No population figures" : `People: ${edition.populationBasis}`}. Overlaps up
        to {length(edition.sliverToleranceM)} thick count as slivers. Data version {edition.dataVersion}.
      </p>
    </details>
  );
}
