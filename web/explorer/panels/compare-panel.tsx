import { useContext } from "preact/hooks";
import { EditionSelect } from "../components/edition-select.js";
import { SegmentedControl } from "../components/segmented-control.js";
import type { EditionTier } from "../data/compare.js";
import type { EditionSummary, Overview } from "../data/overview.js";
import { type EditionPair, editionPair } from "../state/compared-editions.js";
import { effectiveTier } from "../state/effective-state.js";
import { INITIAL_STATE } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { ChangesPanel } from "./changes-panel.js";
import { EditionComparison } from "./edition-comparison.js";
import { WeightChoice } from "./weight-choice.js";

const BOTH = "both";

/** Two editions compared: have the boundaries moved closer together? */
export function ComparePanel({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const { editions } = overview;
  const compared = editionPair(state, editions);
  return (
    <>
      <h1>Have the boundaries moved closer together?</h1>
      {editions.length > 2 && compared && <OtherEditionSelect editions={editions} compared={compared} />}
      {compared ? (
        <EditionsSideBySide editions={compared} all={editions} />
      ) : (
        <p>There is only one edition, so there is nothing to compare.</p>
      )}
    </>
  );
}

/** The edition to compare with. */
function OtherEditionSelect(props: { readonly editions: readonly EditionSummary[]; readonly compared: EditionPair }) {
  const { state, update } = useContext(StateContext);
  return (
    <EditionSelect
      label="Compared with"
      editions={props.editions.filter(({ id }) => id !== state.edition)}
      value={props.compared.other.id}
      onChange={(other) => update({ other })}
    />
  );
}

function EditionsSideBySide({
  editions,
  all,
}: {
  readonly editions: EditionPair;
  readonly all: readonly EditionSummary[];
}) {
  const { requested } = useContext(StateContext);
  const { older, newer, meet } = editions;
  if (!meet) {
    return (
      <p>
        {older.title} and {newer.title} are in different parts of the world, so there is nothing to compare.
      </p>
    );
  }
  const hasPeople = older.populationBasis !== null && newer.populationBasis !== null;
  const editionTier = (edition: EditionSummary): EditionTier => ({
    edition,
    tier: effectiveTier(requested.tier, edition.tiers),
  });
  return (
    <>
      <div class="choices">
        <MapEditionChoice editions={editions} all={all} />
        {hasPeople && <WeightChoice />}
      </div>
      <EditionComparison
        before={editionTier(older)}
        after={editionTier(newer)}
        labels={[editions.olderLabel, editions.newerLabel]}
        weight={hasPeople ? requested.weight : "AREA"}
      />
      <ChangesPanel from={older} to={newer} />
    </>
  );
}

function MapEditionChoice({
  editions,
  all,
}: {
  readonly editions: EditionPair;
  readonly all: readonly EditionSummary[];
}) {
  const { state, update } = useContext(StateContext);
  const { older, newer, olderLabel, newerLabel } = editions;
  // Showing one edition alone keeps the pair; the address names the other only where it is not the default.
  const showAlone = (id: string) => {
    if (id === state.edition) return { swipe: null };
    const isOtherAnyway = editionPair({ edition: id, other: null }, all)?.other.id === state.edition;
    return { swipe: null, edition: id, other: isOtherAnyway ? null : state.edition };
  };
  return (
    <SegmentedControl
      label="Map shows"
      name="swipe"
      value={state.swipe === null ? state.edition : BOTH}
      choices={[
        { value: older.id, label: olderLabel },
        { value: BOTH, label: "both, with a line to drag" },
        { value: newer.id, label: newerLabel },
      ]}
      onChange={(value) =>
        update(value === BOTH ? { swipe: INITIAL_STATE.swipe } : { ...showAlone(value), area: null })
      }
    />
  );
}
