import { useContext } from "preact/hooks";
import type { EditionName, Overview } from "../data/overview.js";
import { capital } from "../parts/nouns.js";
import { Segmented } from "../parts/segmented.js";
import { StateLink } from "../parts/state-link.js";
import { TIER_WORDS, tierHelp, viewWords } from "../parts/words.js";
import { useEdition, useWords } from "../state/edition-context.js";
import { VIEWS, type View } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { EditionChoice } from "./edition-choice.js";

interface ToolbarProps {
  readonly overview: Overview | null;
  /** null while they are on their way. */
  readonly editions: readonly EditionName[] | null;
}

/** The views that there is something for, and the choices that hold for all of them: which edition, which councils. */
export function Toolbar({ overview, editions }: ToolbarProps) {
  const { state, change } = useContext(StateContext);
  const words = useWords();
  const { edition } = useEdition();
  const tiers = edition?.tiers ?? [];
  return (
    <div class="toolbar">
      <nav aria-label="Views">
        <ul>
          {VIEWS.filter((view) => view === state.view || !edition || hasView(view, edition, editions ?? [])).map(
            (view) => (
              <li key={view}>
                <StateLink to={{ view }} current={view === state.view}>
                  {viewWords(view, words, editions ?? [])}
                </StateLink>
              </li>
            ),
          )}
        </ul>
      </nav>
      <section class="choices" aria-label="What to compare">
        {editions && <EditionChoice editions={editions} />}
        {tiers.length > 1 && (
          <Segmented
            label={capital(words.councils)}
            name="tier"
            value={state.tier}
            choices={tiers.map((value) => {
              const help = tierHelp(value, overview?.councils ?? []);
              return { value, label: TIER_WORDS[value], ...(help !== null && { help }) };
            })}
            onChange={(tier) => change({ tier, types: [], assignments: [] })}
          />
        )}
      </section>
    </div>
  );
}

/** Whether an edition has something to show in a view. */
function hasView(view: View, edition: EditionName, editions: readonly EditionName[]): boolean {
  switch (view) {
    case "ratings":
      return edition.ratingMeasures.length > 0;
    case "claims":
      return edition.claimCount > 0;
    case "compare":
      return editions.length > 1;
    case "footprints":
    case "councils":
    case "redraw":
    case "polygon":
    case "table":
      return true;
  }
}
