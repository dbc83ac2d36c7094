import type { OwnOverlap } from "../data/own-area.js";
import { count } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";

/** What an area of the reader's own shares with the areas of a layer, slivers counted but not listed. */
export function OwnOverlaps({ title, overlaps }: { readonly title: string; readonly overlaps: readonly OwnOverlap[] }) {
  const real = overlaps.filter(({ isSliver }) => !isSliver);
  const slivers = overlaps.length - real.length;
  if (real.length === 0) return <p>{title}: it overlaps none.</p>;
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
            <th scope="col">Share of its people</th>
            <th scope="col">People in both</th>
          </tr>
        </thead>
        <tbody>
          {real.map(({ code, name, shareOfGeometry, shareOfPopulation, population }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{percent(shareOfGeometry)}</td>
              <td>{percent(shareOfPopulation)}</td>
              <td>{count(population)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {slivers > 0 && (
        <p class="note">
          {slivers} more {slivers === 1 ? "is a sliver" : "are slivers"} along the border, left out.
        </p>
      )}
    </section>
  );
}
