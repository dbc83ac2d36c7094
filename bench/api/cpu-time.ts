import { readdirSync, readFileSync } from "node:fs";

const MS_PER_TICK = 10; // USER_HZ is 100 on Linux

/** Processor time that processes and all their children have taken so far, milliseconds; NaN where there is no /proc. */
export function cpuMs(pids: readonly number[]): number {
  const stats = readAllStats();
  const isOurs = new Set(pids);
  // Children are found in rounds, as /proc is in no order.
  for (let known = 0; known < isOurs.size; ) {
    known = isOurs.size;
    for (const { pid, parent } of stats) if (isOurs.has(parent)) isOurs.add(pid);
  }
  const ticks = stats.filter(({ pid }) => isOurs.has(pid)).map(({ ticks }) => ticks);
  return ticks.length === 0 ? Number.NaN : ticks.reduce((sum, each) => sum + each, 0) * MS_PER_TICK;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function readAllStats(): readonly Stat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)));
}

function readStat(pid: number): Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name, which is in brackets and may hold anything: the third field is the state.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return []; // it has ended meanwhile
  }
}
