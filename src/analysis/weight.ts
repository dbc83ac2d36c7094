import type { IndexedFacts } from "../model/facts.js";
import { UnknownPopulationError } from "./errors.js";

/** What a share is a share of: people or land. */
export type Weight = "POPULATION" | "AREA";

export const WEIGHTS: readonly Weight[] = ["POPULATION", "AREA"];

/** Anything with land and people: an area or an overlap. */
export interface Weighted {
  /** Square metres. */
  readonly areaM2: number;
  /** Residents; null when the edition has no blocks. */
  readonly population: number | null;
}

/** Gives the people or the square metres of an area or overlap. */
export type WeightFunction = (thing: Weighted) => number;

/**
 * The measure that a weight stands for. Asking for it is also the check that it can be had: nobody gets to divide by
 * people that are not known.
 *
 * @throws {UnknownPopulationError} for POPULATION in an edition without blocks.
 */
export function weightFunction(weight: Weight, facts: IndexedFacts): WeightFunction {
  if (weight === "AREA") return landM2;
  if (!facts.isPopulationKnown) throw new UnknownPopulationError(facts.edition.id);
  return population;
}

/** The weight that plain sentences use: people where they are known, else land. */
export function preferredWeight(facts: IndexedFacts): Weight {
  return facts.isPopulationKnown ? "POPULATION" : "AREA";
}

/** Square metres. */
export function landM2(thing: Weighted): number {
  return thing.areaM2;
}

/** Residents; 0 where they are not known. */
export function population(thing: Weighted): number {
  return thing.population ?? 0;
}
