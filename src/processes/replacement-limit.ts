/**
 * Tells, for each process that ended by itself, whether another may take its place: not when so many have ended lately
 * that it is no accident.
 *
 * @param most how many may be replaced within a time
 * @returns what to ask once for each, with the time on any clock that only goes forward
 */
export function replacementLimit(most: number, withinMs: number): (nowMs: number) => boolean {
  let endedAtMs: readonly number[] = [];
  return (nowMs) => {
    endedAtMs = [...endedAtMs.filter((ms) => ms > nowMs - withinMs), nowMs];
    return endedAtMs.length <= most;
  };
}
