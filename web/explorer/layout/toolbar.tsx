import { useContext } from "preact/hooks";
import { EditionSelect } from "../components/edition-select.js";
import { StateLink } from "../components/links.js";
import { SegmentedControl } from "../components/segmented-control.js";
import type { EditionSummary, Overview } from "../data/overview.js";
import { yearOf } from "../data/selectors.js";
import { TIER_LABELS, tierHelp, viewLabel } from "../format/labels.js";
import { capitalize } from "../format/nouns.js";
import { bboxesIntersect } from "../map/bbox.js";
import { useEdition } from "../state/edition-context.js";
import { VIEWS, type View } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";

interface ToolbarProps {
  readonly overview: Overview | null;
  /** null while they load. */
  readonly editions: readonly EditionSummary[] | null;
}

/** Links to the views that the edition has data for, and the choices that apply to all of them: edition and tier. */
export function Toolbar({ overview, editions }: ToolbarProps) {
  const { state, update } = useContext(StateContext);
  const { words, edition } = useEdition();
  const tiers = edition?.tiers ?? [];
  return (
    <div class="toolbar">
      <nav aria-label="Views">
        <ul>
          {VIEWS.filter((view) => view === state.view || !edition || hasView(view, edition, editions ?? [])).map(
            (view) => (
              <li key={view}>
                <StateLink to={{ view }} current={view === state.view}>
                  {viewLabel(view, words, editions ?? [])}
                </StateLink>
              </li>
            ),
          )}
        </ul>
      </nav>
      <section class="choices" aria-label="Edition and tier">
        {editions && <EditionChoice editions={editions} />}
        {tiers.length > 1 && (
          <SegmentedControl
            label={capitalize(words.councils)}
            name="tier"
            value={state.tier}
            choices={tiers.map((value) => {
              const help = tierHelp(value, overview?.councils ?? []);
              return { value, label: TIER_LABELS[value], ...(help !== null && { help }) };
            })}
            onChange={(tier) => update({ tier, types: [], assignments: [] })}
          />
        )}
      </section>
    </div>
  );
}

/** Whether an edition has data for a view. */
function hasView(view: View, edition: EditionSummary, editions: readonly EditionSummary[]): boolean {
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

const MAX_YEARS = 2; // as buttons; more editions are a list of titles

/** Chooses the edition: by year where there are at most two and their years differ, else by title. */
export function EditionChoice({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const { state, update } = useContext(StateContext);
  const choose = (id: string) => {
    const [from, to] = [state.edition, id].map((one) => editions.find((edition) => edition.id === one));
    const isSameLand = from !== undefined && to !== undefined && bboxesIntersect(from.bbox, to.bbox);
    const alone = state.view === "compare" ? null : state.swipe;
    const reset = { area: null, assignments: [], types: [], colouring: "verdict", swipe: alone } as const;
    update({ edition: id, ...reset, ...(!isSameLand && { camera: null }) });
  };
  const years = editions.map(yearOf);
  if (editions.length > MAX_YEARS || new Set(years).size < editions.length) {
    return <EditionSelect label="Edition" editions={editions} value={state.edition} onChange={choose} />;
  }
  return (
    <SegmentedControl
      label="Year"
      name="edition"
      value={state.edition}
      choices={editions
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .map((edition) => ({ value: edition.id, label: yearOf(edition), help: edition.title }))}
      onChange={choose}
    />
  );
}
