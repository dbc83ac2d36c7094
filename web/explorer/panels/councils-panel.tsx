import { useContext, useMemo } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { AreaLink, QueryLink } from "../components/links.js";
import { moveFocus, PagedList } from "../components/paged-list.js";
import { CsvButton } from "../components/save-file.js";
import { StackedBar } from "../components/stacked-bar.js";
import type { AuthoritySummary, Overview } from "../data/overview.js";
import {
  filterByMinShare,
  overlapShare,
  type Spanning,
  type SpanningCouncil,
  spanningQuery,
} from "../data/spanning.js";
import { useQuery } from "../data/use-query.js";
import { csv } from "../format/csv.js";
import type { KindWords } from "../format/kind-words.js";
import { authorityTypeLabel } from "../format/labels.js";
import { count, percent, threshold } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { AUTHORITY_TYPES, type AuthorityType, type ExplorerState } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { ThresholdSlider } from "./threshold-slider.js";
import { WeightChoice } from "./weight-choice.js";

interface CouncilsPanelProps {
  readonly overview: Overview;
  readonly identity: ReadonlyMap<string, string>;
}

/** The divided councils, ranked, and how their number depends on the smallest part that counts. */
export function CouncilsPanel({ overview, identity }: CouncilsPanelProps) {
  const { state } = useContext(StateContext);
  const { words, hasPeople } = useEdition();
  const loaded = useQuery(spanningQuery(state, 0));
  return (
    <>
      <h1>
        Which {words.councils} are in more than one {words.footprint}?
      </h1>
      <div class="choices">
        {hasPeople && <WeightChoice />}
        <TypeFilter councils={overview.councils} />
      </div>
      <AsyncBoundary for={loaded}>
        {(spanning) => <RankedCouncils spanning={spanning} identity={identity} />}
      </AsyncBoundary>
      <UncoveredCouncils councils={overview.councils} isMoreComing={overview.isMoreComing} />
      <p class="panel-foot">
        <QueryLink query={spanningQuery(state, state.minShare)} />
      </p>
    </>
  );
}

function RankedCouncils({
  spanning,
  identity,
}: {
  readonly spanning: Spanning;
  readonly identity: ReadonlyMap<string, string>;
}) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const { minShare, weight } = state;
  const councils = useMemo(
    () => filterByMinShare(spanning.spanningAuthorities, { minShare, weight }),
    [spanning, minShare, weight],
  );
  return (
    <>
      <p class="answer" aria-live="polite">
        <strong>{count(councils.length)}</strong> {countSentence(state, councils.length, words)}
      </p>
      {spanning.spanningAuthorities.length > 0 && <ThresholdSlider steps={spanning.spanningSensitivity} />}
      <PagedList items={councils} class="rows divided" onKeyDown={moveFocus}>
        {(council) => (
          <li key={council.authority.code}>
            <CouncilRow council={council} identity={identity} state={state} />
          </li>
        )}
      </PagedList>
      {councils.length > 0 && (
        <p class="panel-foot">
          <CsvButton name="divided-councils" text={() => overlapsCsv(councils)} />
        </p>
      )}
    </>
  );
}

function CouncilRow(props: {
  readonly council: SpanningCouncil;
  readonly identity: ReadonlyMap<string, string>;
  readonly state: ExplorerState;
}) {
  const { council, identity, state } = props;
  const { words } = useEdition();
  const { authority, overlaps, footprintCount, shareOutsideMain } = council;
  return (
    <AreaLink code={authority.code} class="row tall">
      <span class="row-name">
        {authority.name} <span class="note">{authorityTypeLabel(authority.type, words)}</span>
      </span>
      <span class="row-figure">
        {footprintCount} {words.footprints} · {percent(shareOutsideMain)} outside the main one
      </span>
      <StackedBar
        parts={overlaps.map((overlap) => ({
          key: overlap.footprint.code,
          label: overlap.footprint.name,
          share: overlapShare(overlap, state.weight) ?? 0,
          colour: identity.get(overlap.footprint.code) ?? "",
        }))}
      />
    </AreaLink>
  );
}

/** The councils in no footprint, if any, folded away. */
function UncoveredCouncils({ councils, isMoreComing }: Pick<Overview, "councils" | "isMoreComing">) {
  const { words } = useEdition();
  const outside = councils.filter(({ footprintCount }) => footprintCount === 0);
  if (isMoreComing || outside.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        In no {words.footprint} <span class="count">{count(outside.length)}</span>
      </summary>
      <PagedList items={outside} class="names">
        {({ code, name }) => (
          <li key={code}>
            <AreaLink code={code}>{name}</AreaLink>
          </li>
        )}
      </PagedList>
    </details>
  );
}

function countSentence({ minShare, weight, types }: ExplorerState, found: number, words: KindWords): string {
  const noun = types.length === 0 ? [words.tierCouncil, words.tierCouncils] : [words.council, words.councils];
  const [council, lies] = found === 1 ? [noun[0], "lies"] : [noun[1], "lie"];
  const ofType = types.length === 0 ? "" : " of the types chosen";
  const parts = `parts of at least ${threshold(minShare)} of the ${words.council}’s ${weight === "AREA" ? "land" : "people"}`;
  const condition = minShare === 0 ? ", however small the part" : `, counting ${parts}`;
  return `${council}${ofType} ${lies} in more than one ${words.footprint}${condition}.`;
}

/** Chooses the types of council to list, if there are several; none ticked means all. */
export function TypeFilter({ councils }: { readonly councils: readonly AuthoritySummary[] }) {
  const { state, update } = useContext(StateContext);
  const { words } = useEdition();
  const present = AUTHORITY_TYPES.filter((type) => councils.some((council) => council.type === type));
  if (present.length < 2) return null;
  const toggle = (type: AuthorityType) => {
    const others = state.types.filter((other) => other !== type);
    update({ types: others.length === state.types.length ? [...others, type] : others });
  };
  return (
    <fieldset class="ticks">
      <legend>Types of {words.council}</legend>
      {present.map((type) => (
        <label class="tick" key={type}>
          <input type="checkbox" checked={state.types.includes(type)} onChange={() => toggle(type)} />
          {authorityTypeLabel(type, words)}
        </label>
      ))}
    </fieldset>
  );
}

const CSV_HEADER = [
  "authority_code",
  "authority",
  "type",
  "footprint_code",
  "footprint",
  "population",
  "area_km2",
  "share_of_authority_population",
  "share_of_authority_area",
  "thickness_m",
];

/** The divided councils as CSV: a row for each overlap. */
export function overlapsCsv(councils: readonly SpanningCouncil[]): string {
  const rows = councils.flatMap(({ authority, overlaps }) =>
    overlaps.map((overlap) => [
      authority.code,
      authority.name,
      authority.type,
      overlap.footprint.code,
      overlap.footprint.name,
      overlap.population,
      overlap.areaKm2,
      overlap.shareOfAuthorityPopulation,
      overlap.shareOfAuthorityArea,
      overlap.thicknessM,
    ]),
  );
  return csv(CSV_HEADER, rows);
}
