import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { hasOwnColours } from "../map/picture-of.js";
import { useWords } from "../state/edition-context.js";
import { editionsBeside } from "../state/editions-beside.js";
import { COLOURINGS } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { keyEntries } from "./key-entries.js";
import { withArticle } from "./nouns.js";
import { Segmented } from "./segmented.js";
import { COLOURING_WORDS } from "./words.js";

/** What the map's colours and lines mean, with how many footprints there are of each colour. */
export function MapKey({ overview }: { readonly overview: Overview }) {
  const { state, change } = useContext(StateContext);
  const words = useWords();
  const hasRatings = overview.edition.ratingMeasures.length > 0;
  const colouring = state.view === "ratings" ? "rating" : state.colouring;
  const beside = editionsBeside(state, overview.editions);
  const showsClasses = !hasOwnColours(state, overview);
  return (
    <details class="map-key" open={state.view !== "table" && matchMedia("(min-width: 1100px)").matches}>
      <summary>Key</summary>
      {showsClasses && state.view !== "ratings" && (
        <Segmented
          label={`Colour ${words.footprints} by`}
          name="colouring"
          value={colouring}
          choices={COLOURINGS.filter((value) => hasRatings || value !== "rating").map((value) => ({
            value,
            label: COLOURING_WORDS[value],
          }))}
          onChange={(value) => change({ colouring: value })}
        />
      )}
      {showsClasses && (
        <ul class="key-classes">
          {keyEntries(overview.footprints, { ...state, colouring }, words).map(
            ({ label, colour, count, isUnknown }) => (
              <li key={label}>
                <span
                  class={isUnknown ? "swatch hatched" : "swatch"}
                  style={{ background: isUnknown ? undefined : colour }}
                />
                {label}
                {!beside && <span class="key-count">{count}</span>}
              </li>
            ),
          )}
        </ul>
      )}
      {!showsClasses && (
        <p class="key-note">
          Each {words.footprint} has a colour of its own
          {state.view === "redraw" ? "." : `; ${words.councils} not asked about are faded.`}
        </p>
      )}
      <ul class="key-lines">
        <li>
          <span class="line both" /> both boundaries agree
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
