import { AreaLink } from "../components/links.js";
import { PagedList, usePagedItems } from "../components/paged-list.js";
import type { FootprintDetail, PartialCouncil } from "../data/area-details.js";
import { authorityTypeLabel } from "../format/labels.js";
import { capitalize } from "../format/nouns.js";
import { areaKm2, count, people, percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";

/** The composition of a footprint: whole councils, and parts of others. */
export function FootprintComposition({ of }: { readonly of: FootprintDetail["coterminosity"] }) {
  const { words } = useEdition();
  const { wholeAuthorities, partAuthorities } = of;
  return (
    <>
      {wholeAuthorities.length > 0 && (
        <section>
          <h2>
            Whole {words.councils} <span class="count">{count(wholeAuthorities.length)}</span>
          </h2>
          <PagedList items={wholeAuthorities} class="facts">
            {({ code, name, type, population, areaKm2: land }) => (
              <li key={code}>
                <AreaLink code={code}>{name}</AreaLink>{" "}
                {type !== "OTHER" && <span class="note">{authorityTypeLabel(type, words)}</span>}
                <span class="figure">{population === null ? areaKm2(land) : people(population)}</span>
              </li>
            )}
          </PagedList>
        </section>
      )}
      {partAuthorities.length > 0 && <PartialCouncils parts={partAuthorities} />}
    </>
  );
}

function PartialCouncils({ parts }: { readonly parts: readonly PartialCouncil[] }) {
  const { words, hasPeople } = useEdition();
  const [shown, more] = usePagedItems(parts);
  return (
    <section>
      <h2>
        Parts of {words.councils} <span class="count">{count(parts.length)}</span>
      </h2>
      <table class="parts">
        <thead>
          <tr>
            <th scope="col">{capitalize(words.council)}</th>
            <th scope="col">
              {hasPeople ? "People" : "Land"} in this {words.footprint}
            </th>
            {hasPeople && <th scope="col">Share of its people</th>}
            <th scope="col">{hasPeople ? "of its land" : "Share of its land"}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ authority, population, areaKm2: land, ...part }) => (
            <tr key={authority.code}>
              <th scope="row">
                <AreaLink code={authority.code}>{authority.name}</AreaLink>
              </th>
              <td>{hasPeople ? count(population) : areaKm2(land)}</td>
              {hasPeople && <td>{percent(part.shareOfAuthorityPopulation)}</td>}
              <td>{percent(part.shareOfAuthorityArea)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  );
}
