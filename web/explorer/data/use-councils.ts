import { useMemo } from "preact/hooks";
import type { Tier } from "../state/explorer-state.js";
import { councilsQuestion, type FirstAnswer, type Overview } from "./overview.js";
import { useFollowingPages } from "./use-all-pages.js";
import { useAnswer } from "./use-answer.js";
import { isNotReady, type Loaded, loadedValue } from "./use-loaded.js";

/** The councils of a tier: the first of them at once, and all when they have come. */
export function useCouncils(
  of: { readonly edition: string; readonly tier: Tier },
  first: FirstAnswer | null,
): Loaded<Pick<Overview, "councils" | "isMoreComing">> {
  const isFirstTier = first !== null && first.edition.tiers[0] === of.tier;
  const answer = useAnswer(first === null || isFirstTier ? null : councilsQuestion(of, null));
  const firstPage = isFirstTier ? first.councils : (loadedValue(answer)?.page ?? null);
  const all = useFollowingPages(firstPage, (after) => councilsQuestion(of, after));
  const councils = loadedValue(all) ?? firstPage?.nodes ?? null;
  const isMoreComing = all.status !== "ready";
  const known = useMemo(
    () => councils && ({ status: "ready", value: { councils, isMoreComing } } as const),
    [councils, isMoreComing],
  );
  if (known) return known;
  return isNotReady(answer) ? answer : { status: "loading", isSlow: false };
}
