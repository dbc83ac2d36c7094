import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMain, report, round, timing } from "./harness.js";
import { type ProcessResult, runToExit } from "./large/peak-memory.js";

const RUNS = 3;

/** A full build of both editions into a new database: `coterminous build` in its own process. */
export async function main(args: readonly string[]): Promise<void> {
  const builds: ProcessResult[] = [];
  for (let i = 0; i < RUNS; i++) builds.push(await build());
  const time = timing(builds.map((one) => one.seconds * 1000));
  const peakMb = Math.max(...builds.map((one) => one.peakMb));
  const seconds = (ms: number): number => round(ms / 1000);
  report(
    args,
    {
      name: "build",
      median_ms: round(time.medianMs),
      seconds: seconds(time.medianMs),
      least_seconds: seconds(time.minMs),
      most_seconds: seconds(time.maxMs),
      peak_mb: peakMb,
      runs: RUNS,
    },
    [
      `both editions: ${seconds(time.medianMs)} s (${seconds(time.minMs)} to ${seconds(time.maxMs)}, ${RUNS} runs)`,
      `peak memory ${peakMb} MB`,
    ],
  );
}

async function build(): Promise<ProcessResult> {
  const folder = mkdtempSync(join(tmpdir(), "coterminous-build-"));
  try {
    const env = { ...process.env, COTERMINOUS_STORE: join(folder, "built.sqlite"), COTERMINOUS_GEODATA: "" };
    return await runToExit(["build"], env);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
