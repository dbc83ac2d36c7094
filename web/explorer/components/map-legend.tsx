import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { COLOURING_LABELS } from "../format/labels.js";
import { legendEntries } from "../format/legend-entries.js";
import { withArticle } from "../format/nouns.js";
import { hasIdentityColours } from "../map/map-view-model.js";
import { swipeEditions } from "../state/compared-editions.js";
import { useEdition } from "../state/edition-context.js";
import { COLOURINGS } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { SegmentedControl } from "./segmented-control.js";

/** The meaning of the map's colours and lines, with the number of footprints of each colour. */
export function MapLegend({ overview }: { readonly overview: Overview }) {
  const { state, update } = useContext(StateContext);
  const { words } = useEdition();
  const hasRatings = overview.edition.ratingMeasures.length > 0;
  const colouring = state.view === "ratings" ? "rating" : state.colouring;
  const pair = swipeEditions(state, overview.editions);
  const showsClasses = !hasIdentityColours(state, overview);
  return (
    <details class="map-key" open={state.view !== "table" && matchMedia("(min-width: 1100px)").matches}>
      <summary>Key</summary>
      {showsClasses && state.view !== "ratings" && (
        <SegmentedControl
          label={`Colour ${words.footprints} by`}
          name="colouring"
          value={colouring}
          choices={COLOURINGS.filter((value) => hasRatings || value !== "rating").map((value) => ({
            value,
            label: COLOURING_LABELS[value],
          }))}
          onChange={(value) => update({ colouring: value })}
        />
      )}
      {showsClasses && (
        <ul class="key-classes">
          {legendEntries(overview.footprints, { ...state, colouring }, words).map(
            ({ label, colour, count, isUnknown }) => (
              <li key={label}>
                <span
                  class={isUnknown ? "swatch hatched" : "swatch"}
                  style={{ background: isUnknown ? undefined : colour }}
                />
                {label}
                {!pair && <span class="key-count">{count}</span>}
              </li>
            ),
          )}
        </ul>
      )}
      {!showsClasses && (
        <p class="key-note">
          Each {words.footprint} has its own colour
          {state.view === "redraw" ? "." : `; other ${words.councils} are faded.`}
        </p>
      )}
      <ul class="key-lines">
        <li>
          <span class="line both" /> boundaries coincide
        </li>
        {!(state.view === "redraw" && state.redrawn) && (
          <li>
            <span class="line footprint" /> {words.footprint} only: {withArticle(words.council)} is cut
          </li>
        )}
        <li>
          <span class="line council" /> {words.council} only
        </li>
      </ul>
    </details>
  );
}
