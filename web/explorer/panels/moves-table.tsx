import type { ScenarioAnswer } from "../data/scenario.js";
import { csv } from "../parts/csv.js";
import { LongList } from "../parts/long-list.js";
import { areaKm2, people } from "../parts/numbers.js";
import { AreaLink } from "../parts/state-link.js";

type Moves = ScenarioAnswer["scenario"]["moves"];

/** The pieces of councils that change footprint, most people first. */
export function MovesTable({ moves }: { readonly moves: Moves }) {
  return (
    <LongList items={byPeople(moves)} class="facts">
      {({ authority, from, to, population, areaKm2: land }) => (
        <li key={`${authority.code} ${from.code}`}>
          <span class="figure">{population === null ? areaKm2(land) : people(population)}</span>
          Part of <AreaLink code={authority.code}>{authority.name}</AreaLink>
          <p class="note">
            from {from.name} to {to.name}
          </p>
        </li>
      )}
    </LongList>
  );
}

/** The moves as CSV. */
export function movesCsv(moves: Moves): string {
  const header = ["authority_code", "authority", "from_code", "from", "to_code", "to", "population", "area_km2"];
  const rows = byPeople(moves).map(({ authority, from, to, population, areaKm2: land }) => [
    authority.code,
    authority.name,
    from.code,
    from.name,
    to.code,
    to.name,
    population,
    land,
  ]);
  return csv(header, rows);
}

function byPeople(moves: Moves): Moves {
  return moves.toSorted((a, b) => (b.population ?? b.areaKm2) - (a.population ?? a.areaKm2));
}
