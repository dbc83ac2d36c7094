import type { Verdict } from "../data/overview.js";

/**
 * Distinguishable with any colour vision, as test/unit/web/explorer.test.ts checks. The brand's teal stands for
 * agreement, its amber for boundaries that differ.
 */
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  SAME_AS_ONE: "#0b5f5a",
  UNION_OF_WHOLE: "#5fb8a6",
  PART_OF_ONE: "#8f7fd0",
  CROSSES: "#f5b04c",
  NONE: "#c9ced6",
};

/** A class of agreement: shares less than `below`. */
export interface AgreementClass {
  readonly label: string;
  readonly below: number;
  readonly colour: string;
}

/** From low to full agreement, light to dark. */
export const AGREEMENT_CLASSES: readonly AgreementClass[] = [
  { label: "under 50%", below: 0.5, colour: "#fdf5d6" },
  { label: "50 to 80%", below: 0.8, colour: "#b7d78c" },
  { label: "80 to 95%", below: 0.95, colour: "#4fa59b" },
  { label: "95 to under 100%", below: 1, colour: "#1f6a9c" },
  { label: "100%", below: Number.POSITIVE_INFINITY, colour: "#0a2444" },
];

/** From the best rating to the worst, as many as the scheme has. */
export const RATING_COLOURS: readonly string[] = ["#17477f", "#6ba4d9", "#f6cd8b", "#b4501e"];

/** Neighbouring footprints get different colours from this list. */
export const IDENTITY_COLOURS: readonly string[] = [
  "#4a9bd1",
  "#e9a23b",
  "#3aa88f",
  "#c978b0",
  "#8a83cf",
  "#b3b13f",
  "#d9694f",
];

/** Unknown values are grey, and hatched on the map. */
export const UNKNOWN_COLOUR = "#c9ced6";

/** The class of a share of agreement. */
export function agreementClass(share: number): AgreementClass {
  const found = AGREEMENT_CLASSES.find(({ below }) => share < below);
  if (!found) throw new RangeError(`agreement ${share} is not a share`);
  return found;
}

/** The colour of a rating, by its place in the scale; grey for null. */
export function ratingColour(value: string | null, scale: readonly string[]): string {
  return (value !== null && RATING_COLOURS[scale.indexOf(value)]) || UNKNOWN_COLOUR;
}
