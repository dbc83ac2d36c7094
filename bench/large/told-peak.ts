import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { round } from "../harness.js";

export const PROGRAM = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
export const ROOMY = "--max-semi-space-size=64"; // as scripts/prepare.js starts the program

// With processor time of all its threads, microseconds, which on a busy machine says more than time.
const TELL = `import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write(\`peak \${maxRSS} cpu \${userCPUTime + systemCPUTime}\\n\`);
  });`;

/** Loaded before the program, so that its process tells its own peak when it ends: memory of all its threads, kilobytes. */
export const TELL_PEAK = `data:text/javascript,${encodeURIComponent(TELL)}`;

/** How a command went. */
export interface Ended {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** Runs a command of the program to its end. */
export function ended(command: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    const child = spawn(process.execPath, [ROOMY, "--import", TELL_PEAK, PROGRAM, ...command], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let told = "";
    child.stderr.on("data", (part) => {
      told += part;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(`${command.join(" ")} failed: ${told}`));
      const peakMb = Math.round(Number(/peak (\d+)/.exec(told)?.[1]) / 1024);
      const cpuSeconds = round(Number(/cpu (\d+)/.exec(told)?.[1]) / 1e6);
      resolve({ seconds: round((performance.now() - startMs) / 1000), cpuSeconds, peakMb });
    });
  });
}
