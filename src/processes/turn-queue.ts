/** Gives a turn to one after another. */
export interface TurnQueue<Taker> {
  /** Somebody who is not in the queue wants a turn. */
  ask(taker: Taker): void;
  /** Somebody's turn is over, or is no longer wanted; of no consequence for others. */
  over(taker: Taker): void;
}

/** @param give told once for each turn, when nobody else has one */
export function turnQueue<Taker>(give: (taker: Taker) => void): TurnQueue<Taker> {
  const queue: Taker[] = []; // the first has the turn
  return {
    ask: (taker) => {
      if (queue.push(taker) === 1) give(taker);
    },
    over: (taker) => {
      const place = queue.indexOf(taker);
      if (place === -1) return;
      queue.splice(place, 1);
      const next = queue[0];
      if (place === 0 && next !== undefined) give(next);
    },
  };
}
