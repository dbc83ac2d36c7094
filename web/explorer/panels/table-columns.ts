import type { EditionSummary, FootprintSummary } from "../data/overview.js";
import { coterminosity } from "../data/selectors.js";
import type { KindWords } from "../format/kind-words.js";
import { ratingLabel, VERDICTS, verdictLabel } from "../format/labels.js";
import { capitalize } from "../format/nouns.js";
import { areaKm2, count, percent } from "../format/numbers.js";
import type { Tier } from "../state/explorer-state.js";

/** A column of the table of footprints. */
export interface Column {
  /** Whether it holds words, which are aligned left. */
  readonly isWords?: boolean;
  readonly title: string;
  /** Sort key, ascending. */
  readonly key: (footprint: FootprintSummary) => string | number;
  readonly text: (footprint: FootprintSummary) => string;
}

/** The columns that an edition has data for. */
export function tableColumns(
  edition: Pick<EditionSummary, "populationBasis" | "ratingMeasures">,
  { tier, words }: { readonly tier: Tier; readonly words: KindWords },
): readonly Column[] {
  const hasPeople = edition.populationBasis !== null;
  const coterminosityOf = (footprint: FootprintSummary) => coterminosity(footprint, tier);
  const first: readonly Column[] = [
    { title: capitalize(words.footprint), key: ({ name }) => name, text: ({ name }) => name },
    {
      title: "Boundaries",
      isWords: true,
      key: (footprint) => VERDICTS.indexOf(coterminosityOf(footprint).verdict),
      text: (footprint) => verdictLabel(coterminosityOf(footprint).verdict, words),
    },
  ];
  const byPeople: Column = {
    title: "Agreement by people",
    key: (footprint) => -(coterminosityOf(footprint).agreementPopulation ?? 0),
    text: (footprint) => percent(coterminosityOf(footprint).agreementPopulation),
  };
  const byLand: Column = {
    title: hasPeople ? "by land" : "Agreement by land",
    key: (footprint) => -coterminosityOf(footprint).agreementArea,
    text: (footprint) => percent(coterminosityOf(footprint).agreementArea),
  };
  const rating: Column = {
    title: "Rating",
    isWords: true,
    key: ratingRank,
    text: (footprint) => (footprint.rating?.value ? ratingLabel(footprint.rating.value) : "Unknown"),
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

function ratingRank({ rating }: FootprintSummary): number {
  return rating?.value ? rating.scale.indexOf(rating.value) : Number.POSITIVE_INFINITY;
}
