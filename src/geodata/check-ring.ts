import type { Position } from "geojson";
import { ringProblem } from "../geometry/ring-problems.js";
import type { ProblemList } from "./problem.js";

/** Notes what keeps a ring from being measured: too short, open, out of range, crossing itself, enclosing nothing. */
export function checkRing(ring: readonly Position[], where: string, problems: ProblemList): void {
  const problem = ringProblem(ring);
  if (problem !== null) problems.add(where, problem.what, `a ring that can be measured: ${problem.remedy}`);
}
