import { standing } from "../data/known.js";
import type { EditionName, FootprintBrief } from "../data/overview.js";
import type { KindWords } from "../parts/kind-words.js";
import { capital } from "../parts/nouns.js";
import { areaKm2, count } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { ratingWords, VERDICTS, verdictWords } from "../parts/words.js";
import type { Tier } from "../state/explorer-state.js";

/** A column of the table of footprints. */
export interface Column {
  /** Whether it holds words, which stand at the left. */
  readonly isWords?: boolean;
  readonly title: string;
  /** What it is sorted by, ascending. */
  readonly key: (footprint: FootprintBrief) => string | number;
  readonly text: (footprint: FootprintBrief) => string;
}

/** The columns that an edition has something for. */
export function tableColumns(
  edition: Pick<EditionName, "populationBasis" | "ratingMeasures">,
  { tier, words }: { readonly tier: Tier; readonly words: KindWords },
): readonly Column[] {
  const hasPeople = edition.populationBasis !== null;
  const on = (footprint: FootprintBrief) => standing(footprint, tier);
  const first: readonly Column[] = [
    { title: capital(words.footprint), key: ({ name }) => name, text: ({ name }) => name },
    {
      title: "Boundaries",
      isWords: true,
      key: (footprint) => VERDICTS.indexOf(on(footprint).verdict),
      text: (footprint) => verdictWords(on(footprint).verdict, words),
    },
  ];
  const byPeople: Column = {
    title: "Agreement by people",
    key: (footprint) => -(on(footprint).agreementPopulation ?? 0),
    text: (footprint) => percent(on(footprint).agreementPopulation),
  };
  const byLand: Column = {
    title: hasPeople ? "by land" : "Agreement by land",
    key: (footprint) => -on(footprint).agreementArea,
    text: (footprint) => percent(on(footprint).agreementArea),
  };
  const rating: Column = {
    title: "Rating",
    isWords: true,
    key: ratingRank,
    text: (footprint) => (footprint.rating?.value ? ratingWords(footprint.rating.value) : "Unknown"),
  };
  const size: Column = hasPeople
    ? { title: "People", key: ({ population }) => -(population ?? 0), text: ({ population }) => count(population) }
    : { title: "Land", key: (footprint) => -footprint.areaKm2, text: (footprint) => areaKm2(footprint.areaKm2) };
  return [
    ...first,
    ...(hasPeople ? [byPeople] : []),
    byLand,
    ...(edition.ratingMeasures.length > 0 ? [rating] : []),
    size,
  ];
}

function ratingRank({ rating }: FootprintBrief): number {
  return rating?.value ? rating.scale.indexOf(rating.value) : Number.POSITIVE_INFINITY;
}
