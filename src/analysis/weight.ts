import type { IndexedFacts } from "../model/facts.js";
import { UnknownPopulationError } from "./errors.js";

/** Whether a share is of people or of land. */
export type Weight = "POPULATION" | "AREA";

export const WEIGHTS: readonly Weight[] = ["POPULATION", "AREA"];

/** An area or an overlap: anything with land and people. */
export interface Weighted {
  /** Square metres. */
  readonly areaM2: number;
  /** Residents; null when the edition has no blocks. */
  readonly population: number | null;
}

/** The residents or the square metres of an area or overlap. */
export type WeightFunction = (thing: Weighted) => number;

/**
 * The function for a weight; it also checks that the edition has the data, so that no share divides by an unknown
 * population.
 *
 * @throws {UnknownPopulationError} for POPULATION in an edition without blocks.
 */
export function weightFunction(weight: Weight, facts: IndexedFacts): WeightFunction {
  if (weight === "AREA") return landM2;
  if (!facts.isPopulationKnown) throw new UnknownPopulationError(facts.edition.id);
  return population;
}

/** The weight used in sentences: people where they are known, else land. */
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
