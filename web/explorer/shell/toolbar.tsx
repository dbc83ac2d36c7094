import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { Segmented } from "../parts/segmented.js";
import { StateLink } from "../parts/state-link.js";
import { TIER_HELP, TIER_WORDS, VIEW_WORDS } from "../parts/words.js";
import { VIEWS } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";

/** The views, and the choices that hold for all of them: which year, which councils. */
export function Toolbar({ overview }: { readonly overview: Overview | null }) {
  const { state, change } = useContext(StateContext);
  const editions = overview?.editions ?? [{ id: state.edition, date: state.edition.slice(-4), title: "" }];
  return (
    <div class="toolbar">
      <nav aria-label="Views">
        <ul>
          {VIEWS.map((view) => (
            <li key={view}>
              <StateLink to={{ view }} current={view === state.view}>
                {VIEW_WORDS[view]}
              </StateLink>
            </li>
          ))}
        </ul>
      </nav>
      <section class="choices" aria-label="What to compare">
        <Segmented
          label="Year"
          name="edition"
          value={state.edition}
          choices={editions
            .toSorted((a, b) => (a.date < b.date ? -1 : 1))
            .map(({ id, date, title }) => ({ value: id, label: date.slice(0, 4), help: title }))}
          onChange={(edition) => {
            const alone = state.view === "compare" ? null : state.swipe;
            change({ edition, area: null, assignments: [], colouring: "verdict", swipe: alone });
          }}
        />
        <Segmented
          label="Councils"
          name="tier"
          value={state.tier}
          choices={(["UPPER", "LOWER"] as const).map((value) => ({
            value,
            label: TIER_WORDS[value],
            help: TIER_HELP[value],
          }))}
          onChange={(tier) => change({ tier, types: [], assignments: [] })}
        />
      </section>
    </div>
  );
}
