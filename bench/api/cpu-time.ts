import { readdirSync, readFileSync } from "node:fs";

const MS_PER_TICK = 10; // USER_HZ is 100 on Linux

/** Processor time of processes and all their descendants so far, milliseconds; NaN without /proc. */
export function cpuMs(pids: readonly number[]): number {
  const stats = readAllStats();
  const isOurs = new Set(pids);
  // In rounds, because /proc has no order.
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
    // The name is in brackets and may contain anything: the fields after it begin with the third, the state.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [{ pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return []; // the process has ended
  }
}
