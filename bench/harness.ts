import { cpus } from "node:os";

/** Times of repeated runs, milliseconds. */
export interface Timing {
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  readonly runs: number;
}

/** Summarises times. */
export function timing(timesMs: readonly number[]): Timing {
  const sorted = timesMs.toSorted((p, q) => p - q);
  return {
    medianMs: sorted[sorted.length >> 1] ?? Number.NaN,
    minMs: sorted[0] ?? Number.NaN,
    maxMs: sorted.at(-1) ?? Number.NaN,
    runs: sorted.length,
  };
}

/** The time that `share` of the times do not exceed. */
export function percentileMs(timesMs: readonly number[], share: number): number {
  const sorted = timesMs.toSorted((p, q) => p - q);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `212 ms (198 to 260, 15 runs)` */
export function timingText({ medianMs, minMs, maxMs, runs }: Timing): string {
  return `${round(medianMs)} ms (${round(minMs)} to ${round(maxMs)}, ${runs} runs)`;
}

export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** The machine: cores, processor, Node. */
export function machineText(): string {
  return `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}`;
}

/** Prints one JSON object with `--json`, otherwise lines of text. */
export function report(
  args: readonly string[],
  figures: Readonly<Record<string, unknown>>,
  lines: readonly string[],
): void {
  if (args.includes("--json")) console.log(JSON.stringify({ ...figures, machine: machineText() }));
  else console.log([machineText(), ...lines].join("\n"));
}

/** Random numbers from 0 to 1, reproducible by seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Whether a module is the started program. */
export function isMain(url: string): boolean {
  return process.argv[1] !== undefined && url === new URL(`file://${process.argv[1]}`).href;
}
