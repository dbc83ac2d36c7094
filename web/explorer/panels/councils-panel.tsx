import { useContext, useMemo } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { atLeast, pieceShare, type Spanning, type SpanningCouncil, spanningQuestion } from "../data/spanning.js";
import { useAnswer } from "../data/use-answer.js";
import { moveFocus } from "../parts/arrow-keys.js";
import { CsvButton } from "../parts/csv-button.js";
import type { KindWords } from "../parts/kind-words.js";
import { LongList } from "../parts/long-list.js";
import { count } from "../parts/numbers.js";
import { percent, threshold } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { SplitBar } from "../parts/split-bar.js";
import { AreaLink } from "../parts/state-link.js";
import { Waiting } from "../parts/waiting.js";
import { typeWords } from "../parts/words.js";
import { useEdition, useWords } from "../state/edition-context.js";
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
  const { words, hasPeople } = useEdition();
  const loaded = useAnswer(spanningQuestion(state, 0));
  return (
    <>
      <h1>
        Which {words.councils} are in more than one {words.footprint}?
      </h1>
      <div class="choices">
        {hasPeople && <WeightChoice />}
        <TypeFilter councils={overview.councils} />
      </div>
      <Waiting for={loaded}>{(spanning) => <Ranked spanning={spanning} identity={identity} />}</Waiting>
      <Uncovered councils={overview.councils} isMoreComing={overview.isMoreComing} />
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
  const words = useWords();
  const { least, weight } = state;
  const councils = useMemo(() => atLeast(spanning.spanningAuthorities, { least, weight }), [spanning, least, weight]);
  return (
    <>
      <p class="answer" aria-live="polite">
        <strong>{count(councils.length)}</strong> {sentence(state, councils.length, words)}
      </p>
      {spanning.spanningAuthorities.length > 0 && <LeastShare steps={spanning.spanningSensitivity} />}
      <LongList items={councils} class="rows divided" onKeyDown={moveFocus}>
        {(council) => (
          <li key={council.authority.code}>
            <Row council={council} identity={identity} state={state} />
          </li>
        )}
      </LongList>
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
  const words = useWords();
  const { authority, overlaps, footprintCount, shareOutsideMain } = council;
  return (
    <AreaLink code={authority.code} class="row tall">
      <span class="row-name">
        {authority.name} <span class="note">{typeWords(authority.type, words)}</span>
      </span>
      <span class="row-figure">
        {footprintCount} {words.footprints} · {percent(shareOutsideMain)} outside the main one
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

/** The councils that no footprint touches, where there are any: named when they are asked for. */
function Uncovered({ councils, isMoreComing }: Pick<Overview, "councils" | "isMoreComing">) {
  const words = useWords();
  const outside = councils.filter(({ footprintCount }) => footprintCount === 0);
  if (isMoreComing || outside.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        In no {words.footprint} <span class="count">{count(outside.length)}</span>
      </summary>
      <LongList items={outside} class="names">
        {({ code, name }) => (
          <li key={code}>
            <AreaLink code={code}>{name}</AreaLink>
          </li>
        )}
      </LongList>
    </details>
  );
}

function sentence({ least, weight, types }: ExplorerState, found: number, words: KindWords): string {
  const noun = types.length === 0 ? [words.tierCouncil, words.tierCouncils] : [words.council, words.councils];
  const [council, lies] = found === 1 ? [noun[0], "lies"] : [noun[1], "lie"];
  const ofType = types.length === 0 ? "" : " of the types chosen";
  const parts = `parts of at least ${threshold(least)} of the ${words.council}’s ${weight === "AREA" ? "land" : "people"}`;
  const condition = least === 0 ? ", however small the part" : `, counting ${parts}`;
  return `${council}${ofType} ${lies} in more than one ${words.footprint}${condition}.`;
}
