import type { ComponentChildren } from "preact";
import type { FootprintDetail } from "../data/footprint-detail.js";
import { people } from "../parts/numbers.js";
import { AreaLink } from "../parts/state-link.js";
import { useWords } from "../state/edition-context.js";

const NEIGHBOUR_KM = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** Who is in a footprint, who led it, how it divided itself, and what it borders on. */
export function FootprintFacts({ footprint }: { readonly footprint: FootprintDetail }) {
  const { members, parts, leaders, neighbours } = footprint;
  const words = useWords();
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
        <Folded title="Its own parts" size={parts.length} isOpen>
          <ul class="facts">
            {parts.map((part) => (
              <li key={part.name}>
                <strong>{part.name}</strong>
                <p class="note">{part.members.map(({ name }) => name).join("; ")}</p>
              </li>
            ))}
          </ul>
          <p class="note">{parts[0]?.source}</p>
        </Folded>
      )}
      {members.length > 0 && (
        <Folded title={words.member === "member" ? "Members" : `Members: ${words.members}`} size={members.length}>
          <ul class="facts">
            {members.map(({ code, name, population }) => (
              <li key={code}>
                {name} {population !== null && <span class="figure">{people(population)}</span>}
              </li>
            ))}
          </ul>
        </Folded>
      )}
      {neighbours.length > 0 && (
        <Folded title="Neighbours" size={neighbours.length}>
          <ul class="facts">
            {neighbours.map(({ footprint: { code, name }, sharedBorderKm }) => (
              <li key={code}>
                <AreaLink code={code}>{name}</AreaLink>
                <span class="figure">{NEIGHBOUR_KM.format(Math.max(1, sharedBorderKm))} km of border</span>
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </>
  );
}

function Folded(props: {
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
