import { useContext, useEffect, useState } from "preact/hooks";
import { councilOf, footprintOf } from "../data/known.js";
import { overlapQuestion, type Pair } from "../data/overlaps.js";
import type { Overview } from "../data/overview.js";
import { useAnswer } from "../data/use-answer.js";
import { loadedValue } from "../data/use-loaded.js";
import { people } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import type { Hover } from "./reader.js";

const REST_MS = 60; // a pointer that only passes over asks nothing

/** The footprint and the council under the pointer, and how much of each the other holds. */
export function AreaTooltip({ overview, hover }: { readonly overview: Overview; readonly hover: Hover }) {
  const { state } = useContext(StateContext);
  const words = useWords();
  const { edition, tier } = state;
  const pair =
    hover.footprint !== null && hover.council !== null
      ? { edition, tier, footprint: hover.footprint, authority: hover.council }
      : null;
  const rested = useRested(pair);
  const overlap = loadedValue(useAnswer(rested && overlapQuestion(rested)))?.overlaps.nodes[0];
  const footprint = footprintOf(overview, hover.footprint);
  const council = councilOf(overview, hover.council)?.name ?? overlap?.authority.name ?? hover.council;
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

/** The pair that the pointer has stayed on; null while it moves from one to another. */
function useRested(pair: Pair | null): Pair | null {
  const key = JSON.stringify(pair);
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return rested === key ? pair : null;
}
