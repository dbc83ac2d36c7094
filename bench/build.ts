import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMain, report, round, timing } from "./harness.js";

const RUNS = 3;
const LARGE_SEMI_SPACE = "--max-semi-space-size=64"; // as tools/bootstrap.js starts the program
const PROGRAM = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

// Loaded before the program, so that its process tells its own peak when it ends: memory of all its threads, kilobytes.
const REPORT_PEAK_RSS = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS + "\\n"));',
)}`;

interface Build {
  readonly ms: number;
  readonly peakMb: number;
}

/** The whole build of both editions into a new file: `coterminous build` in a process of its own. */
export async function main(args: readonly string[]): Promise<void> {
  const builds: Build[] = [];
  for (let i = 0; i < RUNS; i++) builds.push(await build());
  const time = timing(builds.map(({ ms }) => ms));
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

async function build(): Promise<Build> {
  const folder = mkdtempSync(join(tmpdir(), "coterminous-build-"));
  try {
    const start = performance.now();
    const stderrText = await runToExit(
      [LARGE_SEMI_SPACE, "--import", REPORT_PEAK_RSS, PROGRAM, "build"],
      join(folder, "built.sqlite"),
    );
    const ms = performance.now() - start;
    return { ms, peakMb: Math.round(Number(/peak (\d+)/.exec(stderrText)?.[1]) / 1024) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What a program writes to its error stream.
function runToExit(command: readonly string[], storePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      env: { ...process.env, COTERMINOUS_STORE: storePath, COTERMINOUS_GEODATA: "" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let text = "";
    child.stderr.on("data", (part) => {
      text += part;
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(text) : reject(new Error(`the build failed: ${text}`))));
  });
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
