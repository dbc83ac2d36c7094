import { usePagedItems } from "../components/paged-list.js";
import type { CustomAreaOverlap } from "../data/custom-area.js";
import { areaKm2, count, percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";

/** What an area of the reader's own shares with the areas of a layer, slivers counted but not listed. */
export function CustomOverlaps({
  title,
  overlaps,
}: {
  readonly title: string;
  readonly overlaps: readonly CustomAreaOverlap[];
}) {
  const { hasPeople } = useEdition();
  const [shown, more] = usePagedItems(overlaps.filter(({ isSliver }) => !isSliver));
  const real = overlaps.filter(({ isSliver }) => !isSliver);
  const slivers = overlaps.length - real.length;
  if (real.length === 0) return <p>{title}: no overlap.</p>;
  return (
    <section>
      <h2>
        {title} <span class="count">{real.length}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Share of your area</th>
            <th scope="col">Share of its {hasPeople ? "people" : "land"}</th>
            <th scope="col">{hasPeople ? "People" : "Land"} in both</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ code, name, shareOfGeometry, shareOfPopulation, shareOfArea, population, areaKm2: land }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{percent(shareOfGeometry)}</td>
              <td>{percent(hasPeople ? shareOfPopulation : shareOfArea)}</td>
              <td>{hasPeople ? count(population) : areaKm2(land)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      {slivers > 0 && (
        <p class="note">
          {slivers} more {slivers === 1 ? "is a sliver" : "are slivers"} along the boundary, left out.
        </p>
      )}
    </section>
  );
}
