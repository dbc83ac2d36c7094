import { useContext } from "preact/hooks";
import type { ComparedTier } from "../data/compare.js";
import type { EditionName, Overview } from "../data/overview.js";
import { EditionSelect } from "../parts/edition-select.js";
import { Segmented } from "../parts/segmented.js";
import { type ComparedEditions, comparedEditions } from "../state/editions-beside.js";
import { INITIAL_STATE } from "../state/explorer-state.js";
import { meantTier } from "../state/meant-state.js";
import { StateContext } from "../state/state-context.js";
import { ComparedFigures } from "./compared-figures.js";
import { WeightChoice } from "./weight-choice.js";
import { WhatChanged } from "./what-changed.js";

const BOTH = "both";

/** Two editions side by side: what got better. */
export function ComparePanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const { editions } = overview;
  const compared = comparedEditions(state, editions);
  return (
    <>
      <h1>Did boundaries come closer?</h1>
      {editions.length > 2 && compared && <OtherChoice editions={editions} compared={compared} />}
      {compared ? (
        <Compared editions={compared} all={editions} />
      ) : (
        <p>There is only one edition, so there is nothing to compare.</p>
      )}
    </>
  );
}

/** The edition to compare with. */
function OtherChoice(props: { readonly editions: readonly EditionName[]; readonly compared: ComparedEditions }) {
  const { state, change } = useContext(StateContext);
  return (
    <EditionSelect
      label="Compared with"
      editions={props.editions.filter(({ id }) => id !== state.edition)}
      value={props.compared.other.id}
      onChange={(other) => change({ other })}
    />
  );
}

function Compared({ editions, all }: { readonly editions: ComparedEditions; readonly all: readonly EditionName[] }) {
  const { asked } = useContext(StateContext);
  const { older, newer, meet } = editions;
  if (!meet) {
    return (
      <p>
        {older.title} and {newer.title} lie in different parts of the world: no area of one has anything in common with
        one of the other, so there is nothing to compare.
      </p>
    );
  }
  const hasPeople = older.populationBasis !== null && newer.populationBasis !== null;
  const side = (edition: EditionName): ComparedTier => ({ edition, tier: meantTier(asked.tier, edition.tiers) });
  return (
    <>
      <div class="choices">
        <MapChoice editions={editions} all={all} />
        {hasPeople && <WeightChoice />}
      </div>
      <ComparedFigures
        before={side(older)}
        after={side(newer)}
        labels={[editions.olderLabel, editions.newerLabel]}
        weight={hasPeople ? asked.weight : "AREA"}
      />
      <WhatChanged from={older} to={newer} />
    </>
  );
}

function MapChoice({ editions, all }: { readonly editions: ComparedEditions; readonly all: readonly EditionName[] }) {
  const { state, change } = useContext(StateContext);
  const { older, newer, olderLabel, newerLabel } = editions;
  // Whichever is shown alone, the two stay the same; the address says so only where it must.
  const alone = (id: string) => {
    if (id === state.edition) return { swipe: null };
    const isOtherAnyway = comparedEditions({ edition: id, other: null }, all)?.other.id === state.edition;
    return { swipe: null, edition: id, other: isOtherAnyway ? null : state.edition };
  };
  return (
    <Segmented
      label="Map shows"
      name="swipe"
      value={state.swipe === null ? state.edition : BOTH}
      choices={[
        { value: older.id, label: olderLabel },
        { value: BOTH, label: "both, with a line to drag" },
        { value: newer.id, label: newerLabel },
      ]}
      onChange={(value) => change(value === BOTH ? { swipe: INITIAL_STATE.swipe } : { ...alone(value), area: null })}
    />
  );
}
