import type { FootprintSummary } from "../data/overview.js";
import { agreement, coterminosity } from "../data/selectors.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { AGREEMENT_CLASSES, agreementClass, ratingColour, UNKNOWN_COLOUR, VERDICT_COLOURS } from "./colours.js";
import type { KindWords } from "./kind-words.js";
import { ratingLabel, verdictLabel, verdictsToList } from "./labels.js";

/** A colour of the map, with its meaning and the number of footprints; null where the map shows two editions. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly count: number | null;
  readonly isUnknown?: boolean;
}

/** The legend of the chosen colouring. */
export function legendEntries(
  footprints: readonly FootprintSummary[],
  { colouring, tier, weight }: Pick<ExplorerState, "colouring" | "tier" | "weight">,
  words: KindWords,
): readonly LegendEntry[] {
  const countOf = (is: (footprint: FootprintSummary) => boolean) => footprints.filter(is).length;
  switch (colouring) {
    case "verdict":
      return verdictsToList(footprints, tier).map((verdict) => ({
        label: verdictLabel(verdict, words),
        colour: VERDICT_COLOURS[verdict],
        count: countOf((footprint) => coterminosity(footprint, tier).verdict === verdict),
      }));
    case "agreement":
      return AGREEMENT_CLASSES.toReversed().map(({ label, colour }) => ({
        label,
        colour,
        count: countOf((footprint) => agreementClass(agreement(footprint, { tier, weight }) ?? 0).label === label),
      }));
    case "rating": {
      const scale = footprints.find(({ rating }) => rating !== null)?.rating?.scale ?? [];
      const sourced = scale.map((value) => ({
        label: ratingLabel(value),
        colour: ratingColour(value, scale),
        count: countOf(({ rating }) => rating?.value === value),
      }));
      const unknown = countOf(({ rating }) => (rating?.value ?? null) === null);
      return [...sourced, { label: "No source found", colour: UNKNOWN_COLOUR, count: unknown, isUnknown: true }];
    }
  }
}
