import { useMemo } from "preact/hooks";
import { effectiveTier } from "../state/effective-state.js";
import type { ExplorerState, Tier } from "../state/explorer-state.js";
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
import { type AsyncState, isNotReady, valueOrNull } from "./use-async.js";
import { useAllPages, useQuery, useRemainingPages } from "./use-query.js";

type OverviewState = Pick<ExplorerState, "view" | "edition" | "tier" | "area" | "colouring">;

const DEFAULT_MEASURE = "overall"; // the one that the API means where none is named

/**
 * An edition's overview. The first answer is enough for the first view; the other tier, other ratings, what comes after the
 * first 500 and a selected council that is not among those are asked for once they are to be seen.
 */
export function useOverview(chosen: OverviewState): AsyncState<Overview> {
  const { edition } = chosen;
  const answer = useQuery(overviewQuery(edition));
  const first = valueOrNull(answer);
  const { tier, otherTier, measure } = requiredData(chosen, first);

  const footprints = useRemainingPages(first?.footprints ?? null, (after) => footprintsQuery(edition, after));
  const standings = useAllPages(
    otherTier === null ? null : (after) => coterminosityQuery({ edition, tier: otherTier }, after),
  );
  const ratings = useAllPages(measure === null ? null : (after) => ratingSummariesQuery({ edition, measure }, after));
  const councils = useCouncils({ edition, tier }, first);
  const needed = [answer, footprints, councils, ...(otherTier ? [standings] : []), ...(measure ? [ratings] : [])];
  const awaited = needed.find(isNotReady);

  const isReady = awaited === undefined;
  const parts = [valueOrNull(footprints), valueOrNull(standings), valueOrNull(ratings), valueOrNull(councils)] as const;
  const [allFootprints, allStandings, allRatings, known] = parts;
  const overview = useMemo((): Overview | null => {
    if (!isReady || !first || !allFootprints || !known) return null;
    const joined = mergeFootprints(allFootprints, first.edition.tiers, {
      standings: allStandings ?? [],
      ratings: allRatings ?? [],
    });
    return { editions: first.editions, edition: first.edition, footprints: joined, elsewhere: null, ...known };
  }, [isReady, first, allFootprints, allStandings, allRatings, known]);

  const complete = useSelectedCouncil(overview, chosen);
  return awaited ?? complete;
}

/** What of an edition has to be asked for besides the first answer. */
function requiredData({ view, tier, colouring }: OverviewState, first: InitialData | null) {
  const tiers = first?.edition.tiers ?? [];
  const shownTier = effectiveTier(tier, tiers);
  // The table saves what is known of both tiers.
  const otherTier = tiers.find((one) => one !== tiers[0] && (one === shownTier || view === "table")) ?? null;
  const showsRatings = view === "ratings" || view === "table" || colouring === "rating";
  const [measure = DEFAULT_MEASURE] = first?.edition.ratingMeasures ?? [];
  return { tier: shownTier, otherTier, measure: showsRatings && measure !== DEFAULT_MEASURE ? measure : null };
}

/** An overview with the selected council, should that be of the other tier or on a page that is still on its way. */
function useSelectedCouncil(overview: Overview | null, { edition, area }: OverviewState): AsyncState<Overview> {
  const isKnown = overview === null || findFootprint(overview, area) !== null || findCouncil(overview, area) !== null;
  const mustFetch = area !== null && !isKnown;
  const answer = useQuery(mustFetch ? councilSummaryQuery(edition, area) : null);
  const elsewhere = mustFetch ? (valueOrNull(answer)?.authority ?? null) : null;
  const complete = useMemo(() => overview && { ...overview, elsewhere }, [overview, elsewhere]);
  // A code that the edition cannot have is refused: then nothing is selected.
  const isWaiting = complete === null || (mustFetch && answer.status === "loading");
  return isWaiting ? { status: "loading", isSlow: false } : { status: "ready", value: complete };
}

/** The councils of a tier: the first of them at once, and all when they have come. */
export function useCouncils(
  of: { readonly edition: string; readonly tier: Tier },
  first: InitialData | null,
): AsyncState<Pick<Overview, "councils" | "isMoreComing">> {
  const isFirstTier = first !== null && first.edition.tiers[0] === of.tier;
  const answer = useQuery(first === null || isFirstTier ? null : councilsQuery(of, null));
  const firstPage = isFirstTier ? first.councils : (valueOrNull(answer)?.page ?? null);
  const all = useRemainingPages(firstPage, (after) => councilsQuery(of, after));
  const councils = valueOrNull(all) ?? firstPage?.nodes ?? null;
  const isMoreComing = all.status !== "ready";
  const state = useMemo(
    () => councils && ({ status: "ready", value: { councils, isMoreComing } } as const),
    [councils, isMoreComing],
  );
  if (state) return state;
  return isNotReady(answer) ? answer : { status: "loading", isSlow: false };
}

/** What was asked of footprints by itself, in any order. */
interface SeparateFields {
  /** On the second of the edition's tiers. */
  readonly standings: readonly FootprintCoterminosity[];
  /** On another measure than the one that the footprints have theirs on. */
  readonly ratings: readonly FootprintRating[];
}

/** Footprints with their standing on each tier that was asked about, and their rating if that was. */
export function mergeFootprints(
  footprints: readonly InitialFootprint[],
  [firstTier = "UPPER", otherTier = "LOWER"]: readonly Tier[],
  { standings, ratings }: SeparateFields,
): readonly FootprintSummary[] {
  const coterminosityByCode = new Map(standings.map(({ code, standing }) => [code, standing]));
  const ratingByCode = new Map(ratings.map(({ code, rating }) => [code, rating]));
  return footprints.map(({ standing, ...footprint }) => {
    const other = coterminosityByCode.get(footprint.code);
    return {
      ...footprint,
      standings: { [firstTier]: standing, ...(other && { [otherTier]: other }) },
      rating: ratingByCode.get(footprint.code) ?? footprint.rating,
    };
  });
}
