import { useMemo } from "preact/hooks";
import { effectiveTier } from "../state/effective-state.js";
import type { ExplorerState, Tier } from "../state/explorer-state.js";
import { ApiError } from "./api.js";
import {
  coterminosityQuery,
  councilSummaryQuery,
  councilsQuery,
  type FootprintCoterminosity,
  type FootprintRating,
  type FootprintSummary,
  footprintsQuery,
  type InitialData,
  type InitialFootprint,
  type Overview,
  overviewQuery,
  ratingSummariesQuery,
} from "./overview.js";
import { findCouncil, findFootprint } from "./selectors.js";
import { type AsyncState, isNotReady, LOADING, useAsync, valueOrNull } from "./use-async.js";
import { useAllPages, useApi, useQuery, useRemainingPages } from "./use-query.js";

type OverviewState = Pick<ExplorerState, "view" | "edition" | "tier" | "area" | "colouring">;

const DEFAULT_MEASURE = "overall"; // as in the API

/**
 * An edition's overview.
 *
 * The first response is enough for the first view. The other tier, other ratings, the items after the first 500 and a
 * selected council that is not among them are loaded when a view needs them.
 */
export function useOverview(chosen: OverviewState): AsyncState<Overview> {
  const { edition } = chosen;
  const initial = useInitialData(edition);
  const first = valueOrNull(initial);
  const { tier, otherTier, measure } = requirements(chosen, first);

  const footprints = useRemainingPages(first?.footprints ?? null, (after) => footprintsQuery(edition, after));
  const onOtherTier = useAllPages(
    otherTier === null ? null : (after) => coterminosityQuery({ edition, tier: otherTier }, after),
  );
  const ratings = useAllPages(measure === null ? null : (after) => ratingSummariesQuery({ edition, measure }, after));
  const councils = useCouncils({ edition, tier }, first);
  const needed = [initial, footprints, councils, ...(otherTier ? [onOtherTier] : []), ...(measure ? [ratings] : [])];
  const unready = needed.find(isNotReady);

  const isReady = unready === undefined;
  const loaded = [
    valueOrNull(footprints),
    valueOrNull(onOtherTier),
    valueOrNull(ratings),
    valueOrNull(councils),
  ] as const;
  const [allFootprints, allOnOtherTier, allRatings, loadedCouncils] = loaded;
  const overview = useMemo((): Overview | null => {
    if (!isReady || !first || !allFootprints || !loadedCouncils) return null;
    const merged = mergeFootprints(allFootprints, first.edition.tiers, {
      onOtherTier: allOnOtherTier ?? [],
      ratings: allRatings ?? [],
    });
    return { editions: first.editions, edition: first.edition, footprints: merged, elsewhere: null, ...loadedCouncils };
  }, [isReady, first, allFootprints, allOnOtherTier, allRatings, loadedCouncils]);

  const complete = useSelectedCouncil(overview, chosen);
  return unready ?? complete;
}

function useInitialData(id: string): AsyncState<InitialData> {
  const { execute } = useApi();
  return useAsync(id, async () => {
    const { edition, ...others } = await execute(overviewQuery(id));
    if (edition === null) throw new ApiError(`There is no edition ${id}.`, false);
    return { edition, ...others };
  });
}

/** The tier to show, and what the state needs beyond the first response. */
function requirements({ view, tier, colouring }: OverviewState, first: InitialData | null) {
  const tiers = first?.edition.tiers ?? [];
  const shownTier = effectiveTier(tier, tiers);
  // The table's CSV has the columns of both tiers.
  const otherTier = tiers.find((one) => one !== tiers[0] && (one === shownTier || view === "table")) ?? null;
  const showsRatings = view === "ratings" || view === "table" || colouring === "rating";
  const [measure = DEFAULT_MEASURE] = first?.edition.ratingMeasures ?? [];
  return { tier: shownTier, otherTier, measure: showsRatings && measure !== DEFAULT_MEASURE ? measure : null };
}

/** An overview with the selected council, should that be of the other tier or on a page that is still loading. */
function useSelectedCouncil(overview: Overview | null, { edition, area }: OverviewState): AsyncState<Overview> {
  const isFound = overview === null || findFootprint(overview, area) !== null || findCouncil(overview, area) !== null;
  const mustFetch = area !== null && !isFound;
  const response = useQuery(mustFetch ? councilSummaryQuery(edition, area) : null);
  const elsewhere = mustFetch ? (valueOrNull(response)?.authority ?? null) : null;
  const complete = useMemo(() => overview && { ...overview, elsewhere }, [overview, elsewhere]);
  // The server rejects a malformed code: then nothing is selected.
  const isWaiting = complete === null || (mustFetch && response.status === "loading");
  return isWaiting ? LOADING : { status: "ready", value: complete };
}

/** The councils of a tier: the first page as soon as it is there, then all. */
function useCouncils(
  key: Pick<ExplorerState, "edition" | "tier">,
  first: InitialData | null,
): AsyncState<Pick<Overview, "councils" | "isMoreComing">> {
  const isFirstTier = first !== null && first.edition.tiers[0] === key.tier;
  const response = useQuery(first === null || isFirstTier ? null : councilsQuery(key, null));
  const firstPage = isFirstTier ? first.councils : (valueOrNull(response)?.page ?? null);
  const all = useRemainingPages(firstPage, (after) => councilsQuery(key, after));
  const councils = valueOrNull(all) ?? firstPage?.nodes ?? null;
  const isMoreComing = all.status !== "ready";
  const state = useMemo(
    () => councils && ({ status: "ready", value: { councils, isMoreComing } } as const),
    [councils, isMoreComing],
  );
  return state ?? (isNotReady(response) ? response : LOADING);
}

/** Fields of footprints that were loaded separately, in any order. */
interface SeparateFields {
  /** On the second of the edition's tiers. */
  readonly onOtherTier: readonly FootprintCoterminosity[];
  /** On another measure than the default. */
  readonly ratings: readonly FootprintRating[];
}

function mergeFootprints(
  footprints: readonly InitialFootprint[],
  [firstTier = "UPPER", otherTier = "LOWER"]: readonly Tier[],
  { onOtherTier, ratings }: SeparateFields,
): readonly FootprintSummary[] {
  const otherByCode = new Map(onOtherTier.map(({ code, coterminosity }) => [code, coterminosity]));
  const ratingByCode = new Map(ratings.map(({ code, rating }) => [code, rating]));
  return footprints.map(({ coterminosity, ...footprint }) => {
    const other = otherByCode.get(footprint.code);
    return {
      ...footprint,
      coterminosityByTier: { [firstTier]: coterminosity, ...(other && { [otherTier]: other }) },
      rating: ratingByCode.get(footprint.code) ?? footprint.rating,
    };
  });
}
