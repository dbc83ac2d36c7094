import { orientation } from "./orientation.js";

/** A line's way through a place: from where it comes and to where it goes on, both other than the place. */
export interface Pass {
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

/**
 * Whether two lines through one place cross there: the second comes from one side of the first and goes to the other.
 *
 *            to                 to  to'
 *            │                   │ ╱
 *    from' ──┼── to'             │╱
 *            │                   │╲
 *            │                   │ ╲
 *           from               from  from'
 *
 *         crossing              touching
 *
 * Exact. The four ways out must be different directions: lines that run along each other neither cross nor touch.
 */
export function passesCross(first: Pass, second: Pass): boolean {
  return isBetween(first, second.fromX, second.fromY) !== isBetween(first, second.toX, second.toY);
}

// Whether a place lies within the angle that a pass opens to its left (as a direction from the pass's place).
function isBetween({ fromX, fromY, x, y, toX, toY }: Pass, atX: number, atY: number): boolean {
  const isLeftOfFrom = orientation(fromX, fromY, x, y, atX, atY) > 0;
  const isLeftOfTo = orientation(x, y, toX, toY, atX, atY) > 0;
  const turn = orientation(fromX, fromY, x, y, toX, toY);
  return turn > 0 ? isLeftOfFrom && isLeftOfTo : turn < 0 ? isLeftOfFrom || isLeftOfTo : isLeftOfTo;
}
