import { useContext } from "preact/hooks";
import { type FootprintBrief, type Overview, standing, type Verdict } from "../data/overview.js";
import { moveFocus } from "../parts/arrow-keys.js";
import { VERDICT_COLOURS } from "../parts/colours.js";
import { percent } from "../parts/percent.js";
import { AreaLink } from "../parts/state-link.js";
import { TIER_HELP, VERDICT_WORDS, VERDICTS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";
import { WeightChoice } from "./weight-choice.js";

/** Do footprints follow council boundaries? The count, then all of them by verdict. */
export function FootprintList({ overview }: { readonly overview: Overview }) {
  const { state } = useContext(StateContext);
  const footprints = overview.footprints.nodes;
  const agreement = (footprint: FootprintBrief) => {
    const { agreementArea, agreementPopulation } = standing(footprint, state.tier);
    return state.weight === "AREA" ? agreementArea : agreementPopulation;
  };
  const groups = VERDICTS.map((verdict) => ({
    verdict,
    members: footprints
      .filter((footprint) => standing(footprint, state.tier).verdict === verdict)
      .toSorted((a, b) => (agreement(b) ?? 0) - (agreement(a) ?? 0)),
  })).filter(({ members }) => members.length > 0);
  const crossing = groups.find(({ verdict }) => verdict === "CROSSES")?.members.length ?? 0;
  return (
    <>
      <h1>Do health footprints follow council boundaries?</h1>
      <p class="answer">
        <strong>
          {crossing} of {footprints.length}
        </strong>{" "}
        {overview.edition?.footprintKind ?? "footprint"}s cut through at least one{" "}
        {state.tier === "UPPER" ? "upper-tier" : "lower-tier"} council.
      </p>
      <p class="note">{TIER_HELP[state.tier]}. Choose a footprint here, on the map or by name.</p>
      <WeightChoice />
      {groups.map(({ verdict, members }) => (
        <Group key={verdict} verdict={verdict} members={members} agreement={agreement} />
      ))}
    </>
  );
}

function Group(props: {
  readonly verdict: Verdict;
  readonly members: readonly FootprintBrief[];
  readonly agreement: (footprint: FootprintBrief) => number | null;
}) {
  const { verdict, members, agreement } = props;
  return (
    <section class="group">
      <h2>
        <span class="swatch" style={{ background: VERDICT_COLOURS[verdict] }} /> {VERDICT_WORDS[verdict]}{" "}
        <span class="count">{members.length}</span>
      </h2>
      <ul class="rows" onKeyDown={moveFocus}>
        {members.map((footprint) => (
          <li key={footprint.code}>
            <AreaLink code={footprint.code} class="row">
              <span class="row-name">{footprint.name}</span>
              {verdict === "CROSSES" && (
                <span class="row-figure">
                  <span class="meter" aria-hidden="true">
                    <span class="meter-fill" style={{ width: `${(agreement(footprint) ?? 0) * 100}%` }} />
                  </span>
                  {percent(agreement(footprint))}
                </span>
              )}
            </AreaLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
