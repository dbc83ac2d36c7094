import type { ScenarioAnswer } from "../data/scenario.js";
import { csv } from "../parts/csv.js";
import { count } from "../parts/numbers.js";
import { AreaLink } from "../parts/state-link.js";

type Moves = ScenarioAnswer["scenario"]["moves"];

/** The pieces of councils that change footprint, most people first. */
export function MovesTable({ moves }: { readonly moves: Moves }) {
  return (
    <ul class="facts">
      {byPeople(moves).map(({ authority, from, to, population }) => (
        <li key={`${authority.code} ${from.code}`}>
          <span class="figure">{count(population)} people</span>
          Part of <AreaLink code={authority.code}>{authority.name}</AreaLink>
          <p class="note">
            from {from.name} to {to.name}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The moves as CSV. */
export function movesCsv(moves: Moves): string {
  const header = ["authority_code", "authority", "from_code", "from", "to_code", "to", "population", "area_km2"];
  const rows = byPeople(moves).map(({ authority, from, to, population, areaKm2 }) => [
    authority.code,
    authority.name,
    from.code,
    from.name,
    to.code,
    to.name,
    population,
    areaKm2,
  ]);
  return csv(header, rows);
}

function byPeople(moves: Moves): Moves {
  return moves.toSorted((a, b) => (b.population ?? b.areaKm2) - (a.population ?? a.areaKm2));
}
