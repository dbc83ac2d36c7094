import { useContext, useEffect, useState } from "preact/hooks";
import { graphql } from "../data/graphql.js";
import type { Overview } from "../data/overview.js";
import { bind } from "../data/query.js";
import { findCouncil, findFootprint } from "../data/selectors.js";
import { valueOrNull } from "../data/use-async.js";
import { useQuery } from "../data/use-query.js";
import { people, percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import type { Tier } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import type { Hover } from "./map-events.js";

/** A footprint and a council of an edition, by their codes. */
interface AreaPair {
  readonly edition: string;
  readonly tier: Tier;
  readonly footprint: string;
  readonly authority: string;
}

// Has no node where the two share nothing but slivers.
const OVERLAP = graphql(`
query Overlap($edition: ID, $tier: Tier, $footprint: ID, $authority: ID) {
  overlaps(edition: $edition, tier: $tier, footprint: $footprint, authority: $authority) {
    nodes {
      authority { name }
      population
      shareOfFootprintArea shareOfAuthorityArea
      shareOfFootprintPopulation shareOfAuthorityPopulation
    }
  }
}
`);

const HOVER_DELAY_MS = 60; // a passing pointer sends no requests

/** The footprint and the council under the pointer, with the share of each in the other. */
export function AreaTooltip({ overview, hover }: { readonly overview: Overview; readonly hover: Hover }) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const { edition, tier } = state;
  const pair =
    hover.footprint !== null && hover.council !== null
      ? { edition, tier, footprint: hover.footprint, authority: hover.council }
      : null;
  const debounced = useDebounced(pair);
  const overlap = valueOrNull(useQuery(debounced && bind(OVERLAP, { ...debounced })))?.overlaps.nodes[0];
  const footprint = findFootprint(overview, hover.footprint);
  const council = findCouncil(overview, hover.council)?.name ?? overlap?.authority.name ?? hover.council;
  const isLand = state.weight === "AREA" || overlap?.population === null;
  const what = isLand ? "land" : "people";
  return (
    <>
      {footprint && (
        <p>
          <strong>{footprint.name}</strong> <span class="note">{words.footprint}</span>
        </p>
      )}
      {council !== null && (
        <p>
          <strong>{council}</strong> <span class="note">{words.council}</span>
        </p>
      )}
      {overlap && (
        <p class="note">
          {percent(isLand ? overlap.shareOfAuthorityArea : overlap.shareOfAuthorityPopulation)} of the {words.council}’s{" "}
          {what} · {percent(isLand ? overlap.shareOfFootprintArea : overlap.shareOfFootprintPopulation)} of the{" "}
          {words.footprint}’s
          {!isLand && ` · ${people(overlap.population)}`}
        </p>
      )}
    </>
  );
}

/** The pair that the pointer rests on; null while it moves between pairs. */
function useDebounced(pair: AreaPair | null): AreaPair | null {
  const key = JSON.stringify(pair);
  const [debounced, setDebounced] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(key), HOVER_DELAY_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return debounced === key ? pair : null;
}
