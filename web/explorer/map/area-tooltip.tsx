import { useContext } from "preact/hooks";
import { overlapsQuestion } from "../data/overlaps.js";
import { councilOf, footprintOf, type Overview } from "../data/overview.js";
import { useAnswer } from "../data/use-answer.js";
import { count } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { StateContext } from "../state/state-context.js";
import type { Hover } from "./reader.js";

/** The footprint and the council under the pointer, and how much of each the other holds. */
export function AreaTooltip({ overview, hover }: { readonly overview: Overview; readonly hover: Hover }) {
  const { state } = useContext(StateContext);
  const loaded = useAnswer(overlapsQuestion(state.edition, state.tier));
  const footprint = footprintOf(overview, hover.footprint);
  const council = councilOf(overview, hover.council);
  const overlap =
    loaded.status === "ready"
      ? loaded.value.overlaps.nodes.find(
          (one) => one.footprint.code === hover.footprint && one.authority.code === hover.council,
        )
      : undefined;
  const isLand = state.weight === "AREA" || overlap?.population === null;
  const what = isLand ? "land" : "people";
  return (
    <>
      {footprint && (
        <p>
          <strong>{footprint.name}</strong> <span class="note">footprint</span>
        </p>
      )}
      {council && (
        <p>
          <strong>{council.name}</strong> <span class="note">council</span>
        </p>
      )}
      {overlap && footprint && council && (
        <p class="note">
          {percent(isLand ? overlap.shareOfAuthorityArea : overlap.shareOfAuthorityPopulation)} of the council’s {what}{" "}
          · {percent(isLand ? overlap.shareOfFootprintArea : overlap.shareOfFootprintPopulation)} of the footprint’s
          {!isLand && ` · ${count(overlap.population)} people`}
        </p>
      )}
    </>
  );
}
