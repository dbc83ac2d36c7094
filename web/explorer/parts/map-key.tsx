import { useContext } from "preact/hooks";
import { type FootprintBrief, type Overview, standing } from "../data/overview.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { COLOURINGS } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { AGREEMENT_CLASSES, agreementClass, ratingColour, UNKNOWN_COLOUR, VERDICT_COLOURS } from "./colours.js";
import { Segmented } from "./segmented.js";
import { COLOURING_WORDS, ratingWords, VERDICT_WORDS, VERDICTS } from "./words.js";

interface Entry {
  readonly label: string;
  readonly colour: string;
  readonly count: number;
  readonly isUnknown?: boolean;
}

/** What the map's colours and lines mean, with how many footprints there are of each colour. */
export function MapKey({ overview }: { readonly overview: Overview }) {
  const { state, change } = useContext(StateContext);
  const hasRatings = overview.footprints.nodes.some(({ rating }) => rating !== null);
  const colouring = state.view === "ratings" ? "rating" : state.colouring;
  const showsClasses = state.view !== "councils" && state.view !== "redraw";
  return (
    <details class="map-key" open={matchMedia("(min-width: 900px)").matches}>
      <summary>Key</summary>
      {showsClasses && state.view !== "ratings" && (
        <Segmented
          label="Colour footprints by"
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
          {entries(overview.footprints.nodes, { ...state, colouring }).map(({ label, colour, count, isUnknown }) => (
            <li key={label}>
              <span
                class={isUnknown ? "swatch hatched" : "swatch"}
                style={{ background: isUnknown ? undefined : colour }}
              />
              {label}
              <span class="key-count">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {state.view === "councils" && (
        <p class="key-note">Each footprint has a colour of its own; councils in one footprint are faded.</p>
      )}
      {state.view === "redraw" && <p class="key-note">Each footprint has a colour of its own.</p>}
      <ul class="key-lines">
        <li>
          <span class="line both" /> both boundaries agree
        </li>
        {!(state.view === "redraw" && state.redrawn) && (
          <li>
            <span class="line footprint" /> footprint only: a council is cut
          </li>
        )}
        <li>
          <span class="line council" /> council only
        </li>
      </ul>
    </details>
  );
}

function entries(footprints: readonly FootprintBrief[], { colouring, tier, weight }: ExplorerState): readonly Entry[] {
  const howMany = (is: (footprint: FootprintBrief) => boolean) => footprints.filter(is).length;
  switch (colouring) {
    case "verdict":
      return VERDICTS.map((verdict) => ({
        label: VERDICT_WORDS[verdict],
        colour: VERDICT_COLOURS[verdict],
        count: howMany((footprint) => standing(footprint, tier).verdict === verdict),
      }));
    case "agreement":
      return AGREEMENT_CLASSES.toReversed().map(({ label, colour }) => ({
        label,
        colour,
        count: howMany((footprint) => {
          const { agreementArea, agreementPopulation } = standing(footprint, tier);
          return agreementClass((weight === "AREA" ? agreementArea : agreementPopulation) ?? 0).label === label;
        }),
      }));
    case "rating": {
      const scale = footprints.find(({ rating }) => rating !== null)?.rating?.scale ?? [];
      const known = scale.map((value) => ({
        label: ratingWords(value),
        colour: ratingColour(value, scale),
        count: howMany(({ rating }) => rating?.value === value),
      }));
      const unknown = howMany(({ rating }) => (rating?.value ?? null) === null);
      return [...known, { label: "No source found", colour: UNKNOWN_COLOUR, count: unknown, isUnknown: true }];
    }
  }
}
