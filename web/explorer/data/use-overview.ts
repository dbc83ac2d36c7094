import { useMemo } from "preact/hooks";
import type { ExplorerState } from "../state/explorer-state.js";
import { lowerTierQuestion, type Overview, overviewQuestion } from "./overview.js";
import { useAnswer } from "./use-answer.js";
import type { Loaded } from "./use-loaded.js";

const NONE: Overview["lower"] = { nodes: [] };

/** An edition's overview, with the lower tier once that is what councils are, or what the selected area is of. */
export function useOverview({
  edition,
  tier,
  area,
}: Pick<ExplorerState, "edition" | "tier" | "area">): Loaded<Overview> {
  const loaded = useAnswer(overviewQuestion(edition));
  const most = loaded.status === "ready" ? loaded.value : null;
  const isElsewhere = area !== null && most !== null && !holds(most, area);
  const needsLower = tier === "LOWER" || isElsewhere;
  const lowerTier = useAnswer(needsLower ? lowerTierQuestion(edition) : null);
  const lower = lowerTier.status === "ready" ? lowerTier.value.lower : NONE;
  const overview = useMemo(() => most && { ...most, lower }, [most, lower]);

  if (loaded.status !== "ready") return loaded;
  if (needsLower && lowerTier.status !== "ready") return lowerTier;
  return { status: "ready", value: overview ?? { ...loaded.value, lower } };
}

function holds({ footprints, upper }: Omit<Overview, "lower">, area: string): boolean {
  return [...footprints.nodes, ...upper.nodes].some(({ code }) => code === area);
}
