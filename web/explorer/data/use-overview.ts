import { useMemo } from "preact/hooks";
import type { ExplorerState } from "../state/explorer-state.js";
import { meantTier } from "../state/meant-state.js";
import { joinedFootprints } from "./joined-footprints.js";
import { councilOf, footprintOf } from "./known.js";
import {
  councilBriefQuestion,
  type FirstAnswer,
  footprintsQuestion,
  type Overview,
  overviewQuestion,
  ratingBriefsQuestion,
  standingsQuestion,
} from "./overview.js";
import { useAllPages, useFollowingPages } from "./use-all-pages.js";
import { useAnswer } from "./use-answer.js";
import { useCouncils } from "./use-councils.js";
import { isNotReady, type Loaded, loadedValue } from "./use-loaded.js";

type Chosen = Pick<ExplorerState, "view" | "edition" | "tier" | "area" | "colouring">;

const DEFAULT_MEASURE = "overall"; // the one that the API means where none is named

/**
 * An edition's overview. The first answer is enough for the first view; the other tier, other ratings, what comes after the
 * first 500 and a selected council that is not among those are asked for once they are to be seen.
 */
export function useOverview(chosen: Chosen): Loaded<Overview> {
  const { edition } = chosen;
  const answer = useAnswer(overviewQuestion(edition));
  const first = loadedValue(answer);
  const { tier, otherTier, measure } = wantedOf(chosen, first);

  const footprints = useFollowingPages(first?.footprints ?? null, (after) => footprintsQuestion(edition, after));
  const standings = useAllPages(
    otherTier === null ? null : (after) => standingsQuestion({ edition, tier: otherTier }, after),
  );
  const ratings = useAllPages(measure === null ? null : (after) => ratingBriefsQuestion({ edition, measure }, after));
  const councils = useCouncils({ edition, tier }, first);
  const needed = [answer, footprints, councils, ...(otherTier ? [standings] : []), ...(measure ? [ratings] : [])];
  const awaited = needed.find(isNotReady);

  const isThere = awaited === undefined;
  const parts = [loadedValue(footprints), loadedValue(standings), loadedValue(ratings), loadedValue(councils)] as const;
  const [allFootprints, allStandings, allRatings, known] = parts;
  const overview = useMemo((): Overview | null => {
    if (!isThere || !first || !allFootprints || !known) return null;
    const joined = joinedFootprints(allFootprints, first.edition.tiers, {
      standings: allStandings ?? [],
      ratings: allRatings ?? [],
    });
    return { editions: first.editions, edition: first.edition, footprints: joined, elsewhere: null, ...known };
  }, [isThere, first, allFootprints, allStandings, allRatings, known]);

  const complete = useWithSelected(overview, chosen);
  return awaited ?? complete;
}

/** What of an edition has to be asked for besides the first answer. */
function wantedOf({ view, tier, colouring }: Chosen, first: FirstAnswer | null) {
  const tiers = first?.edition.tiers ?? [];
  const meant = meantTier(tier, tiers);
  // The table saves what is known of both tiers.
  const otherTier = tiers.find((one) => one !== tiers[0] && (one === meant || view === "table")) ?? null;
  const showsRatings = view === "ratings" || view === "table" || colouring === "rating";
  const [measure = DEFAULT_MEASURE] = first?.edition.ratingMeasures ?? [];
  return { tier: meant, otherTier, measure: showsRatings && measure !== DEFAULT_MEASURE ? measure : null };
}

/** An overview with the selected council, should that be of the other tier or on a page that is still on its way. */
function useWithSelected(overview: Overview | null, { edition, area }: Chosen): Loaded<Overview> {
  const isHeld = overview === null || footprintOf(overview, area) !== null || councilOf(overview, area) !== null;
  const asked = area !== null && !isHeld;
  const answer = useAnswer(asked ? councilBriefQuestion(edition, area) : null);
  const elsewhere = asked ? (loadedValue(answer)?.authority ?? null) : null;
  const complete = useMemo(() => overview && { ...overview, elsewhere }, [overview, elsewhere]);
  // A code that the edition cannot have is refused: then nothing is selected.
  const isWaiting = complete === null || (asked && answer.status === "loading");
  return isWaiting ? { status: "loading", isSlow: false } : { status: "ready", value: complete };
}
