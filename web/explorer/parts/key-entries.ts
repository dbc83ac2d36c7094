import { standing } from "../data/known.js";
import type { FootprintBrief } from "../data/overview.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { AGREEMENT_CLASSES, agreementClass, ratingColour, UNKNOWN_COLOUR, VERDICT_COLOURS } from "./colours.js";
import type { KindWords } from "./kind-words.js";
import { ratingWords, verdictsOf, verdictWords } from "./words.js";

/** One colour of the map: what it means and how many footprints have it; null where the map shows more than one edition. */
export interface KeyEntry {
  readonly label: string;
  readonly colour: string;
  readonly count: number | null;
  readonly isUnknown?: boolean;
}

/** The map's colours under the chosen colouring. */
export function keyEntries(
  footprints: readonly FootprintBrief[],
  { colouring, tier, weight }: Pick<ExplorerState, "colouring" | "tier" | "weight">,
  words: KindWords,
): readonly KeyEntry[] {
  const howMany = (is: (footprint: FootprintBrief) => boolean) => footprints.filter(is).length;
  switch (colouring) {
    case "verdict":
      return verdictsOf(footprints, tier).map((verdict) => ({
        label: verdictWords(verdict, words),
        colour: VERDICT_COLOURS[verdict],
        count: howMany((footprint) => standing(footprint, tier).verdict === verdict),
      }));
    case "agreement":
      return AGREEMENT_CLASSES.toReversed().map(({ label, colour }) => ({
        label,
        colour,
        count: howMany((footprint) => {
          const { agreementArea, agreementPopulation } = standing(footprint, tier);
          return agreementClass((weight === "AREA" ? agreementArea : agreementPopulation) ?? 0).label === label;
        }),
      }));
    case "rating": {
      const scale = footprints.find(({ rating }) => rating !== null)?.rating?.scale ?? [];
      const known = scale.map((value) => ({
        label: ratingWords(value),
        colour: ratingColour(value, scale),
        count: howMany(({ rating }) => rating?.value === value),
      }));
      const unknown = howMany(({ rating }) => (rating?.value ?? null) === null);
      return [...known, { label: "No source found", colour: UNKNOWN_COLOUR, count: unknown, isUnknown: true }];
    }
  }
}
