import { useContext } from "preact/hooks";
import { AreaLink } from "../components/links.js";
import { moveFocus, PagedList } from "../components/paged-list.js";
import type { FootprintSummary, Overview, Verdict } from "../data/overview.js";
import { agreement, coterminosity } from "../data/selectors.js";
import { VERDICT_COLOURS } from "../format/colours.js";
import { tierHelp, VERDICTS, verdictLabel } from "../format/labels.js";
import { plural, withArticle } from "../format/nouns.js";
import { count, percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { WeightChoice } from "./weight-choice.js";

/** Do footprints follow council boundaries? How many cut through a council, then all footprints by verdict. */
export function FootprintList({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const { words, hasPeople } = useEdition();
  const { footprints, edition } = overview;
  const groups = VERDICTS.map((verdict) => ({
    verdict,
    members: footprints
      .filter((footprint) => coterminosity(footprint, state.tier).verdict === verdict)
      .toSorted((a, b) => (agreement(b, state) ?? 0) - (agreement(a, state) ?? 0)),
  })).filter(({ members }) => members.length > 0);
  const help = tierHelp(state.tier, overview.councils);
  const crossing = groups.find(({ verdict }) => verdict === "CROSSES")?.members.length ?? 0;
  return (
    <>
      <h1>
        Do {words.footprints} follow {words.council} boundaries?
      </h1>
      <p class="answer">
        <strong>
          {count(crossing)} of {count(footprints.length)}
        </strong>{" "}
        {plural(edition.footprintKind)} cut through at least one {words.tierCouncil}.
      </p>
      <p class="note">
        {help !== null && `${help}. `}Select {withArticle(words.footprint)} here or on the map, or search for it.
      </p>
      {hasPeople && <WeightChoice />}
      {groups.map(({ verdict, members }) => (
        <VerdictGroup key={verdict} verdict={verdict} members={members} />
      ))}
    </>
  );
}

function VerdictGroup(props: { readonly verdict: Verdict; readonly members: readonly FootprintSummary[] }) {
  const { state } = useContext(StateContext);
  const { verdict, members } = props;
  const { words } = useEdition();
  return (
    <section class="group">
      <h2>
        <span class="swatch" style={{ background: VERDICT_COLOURS[verdict] }} /> {verdictLabel(verdict, words)}{" "}
        <span class="count">{count(members.length)}</span>
      </h2>
      <PagedList items={members} class="rows" onKeyDown={moveFocus}>
        {(footprint) => (
          <li key={footprint.code}>
            <AreaLink code={footprint.code} class="row">
              <span class="row-name">{footprint.name}</span>
              {verdict === "CROSSES" && (
                <span class="row-figure">
                  <span class="meter" aria-hidden="true">
                    <span class="meter-fill" style={{ width: `${(agreement(footprint, state) ?? 0) * 100}%` }} />
                  </span>
                  {percent(agreement(footprint, state))}
                </span>
              )}
            </AreaLink>
          </li>
        )}
      </PagedList>
    </section>
  );
}
