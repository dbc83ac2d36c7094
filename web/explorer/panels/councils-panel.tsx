import { useContext, useMemo } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { atLeast, pieceShare, type Spanning, type SpanningCouncil, spanningQuestion } from "../data/spanning.js";
import { useAnswer } from "../data/use-answer.js";
import { moveFocus } from "../parts/arrow-keys.js";
import { CsvButton } from "../parts/csv-button.js";
import { percent, threshold } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { SplitBar } from "../parts/split-bar.js";
import { AreaLink } from "../parts/state-link.js";
import { Waiting } from "../parts/waiting.js";
import { TIER_WORDS, TYPE_WORDS } from "../parts/words.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { dividedCouncilsCsv } from "./divided-councils-csv.js";
import { LeastShare } from "./least-share.js";
import { TypeFilter } from "./type-filter.js";
import { WeightChoice } from "./weight-choice.js";

interface CouncilsPanelProps {
  readonly overview: Overview;
  readonly identity: ReadonlyMap<string, string>;
}

/** Which councils are pulled several ways? A ranked list, and how its length depends on what counts. */
export function CouncilsPanel({ overview, identity }: CouncilsPanelProps) {
  const { state } = useContext(StateContext);
  const loaded = useAnswer(spanningQuestion(state, 0));
  return (
    <>
      <h1>Which councils are in more than one footprint?</h1>
      <div class="choices">
        <WeightChoice />
        <TypeFilter councils={(state.tier === "UPPER" ? overview.upper : overview.lower).nodes} />
      </div>
      <Waiting for={loaded}>{(spanning) => <Ranked spanning={spanning} identity={identity} />}</Waiting>
      <p class="panel-foot">
        <QueryLink question={spanningQuestion(state, state.least)} />
      </p>
    </>
  );
}

function Ranked({
  spanning,
  identity,
}: {
  readonly spanning: Spanning;
  readonly identity: ReadonlyMap<string, string>;
}) {
  const { state } = useContext(StateContext);
  const { least, weight } = state;
  const councils = useMemo(() => atLeast(spanning.spanningAuthorities, { least, weight }), [spanning, least, weight]);
  return (
    <>
      <p class="answer" aria-live="polite">
        <strong>{councils.length}</strong> {sentence(state, councils.length)}
      </p>
      <LeastShare steps={spanning.spanningSensitivity} />
      <ul class="rows divided" onKeyDown={moveFocus}>
        {councils.map((council) => (
          <li key={council.authority.code}>
            <Row council={council} identity={identity} state={state} />
          </li>
        ))}
      </ul>
      {councils.length > 0 && (
        <p class="panel-foot">
          <CsvButton name="divided-councils" text={() => dividedCouncilsCsv(councils)} />
        </p>
      )}
    </>
  );
}

function Row(props: {
  readonly council: SpanningCouncil;
  readonly identity: ReadonlyMap<string, string>;
  readonly state: ExplorerState;
}) {
  const { council, identity, state } = props;
  const { authority, overlaps, footprintCount, shareOutsideMain } = council;
  return (
    <AreaLink code={authority.code} class="row tall">
      <span class="row-name">
        {authority.name} <span class="note">{TYPE_WORDS[authority.type]}</span>
      </span>
      <span class="row-figure">
        {footprintCount} footprints · {percent(shareOutsideMain)} outside the main one
      </span>
      <SplitBar
        parts={overlaps.map((overlap) => ({
          key: overlap.footprint.code,
          label: overlap.footprint.name,
          share: pieceShare(overlap, state.weight) ?? 0,
          colour: identity.get(overlap.footprint.code) ?? "",
        }))}
      />
    </AreaLink>
  );
}

function sentence({ tier, least, weight, types }: ExplorerState, found: number): string {
  const kind = types.length === 0 ? `${TIER_WORDS[tier].toLowerCase().replace(" ", "-")} ` : "";
  const [council, lies] = found === 1 ? ["council", "lies"] : ["councils", "lie"];
  const ofType = types.length === 0 ? "" : ` of the types chosen`;
  const condition =
    least === 0
      ? ", however small the part"
      : `, counting parts of at least ${threshold(least)} of the council’s ${weight === "AREA" ? "land" : "people"}`;
  return `${kind}${council}${ofType} ${lies} in more than one footprint${condition}.`;
}
