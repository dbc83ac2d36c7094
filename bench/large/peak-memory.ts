import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { round } from "../harness.js";

export const PROGRAM = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
export const LARGE_SEMI_SPACE = "--max-semi-space-size=64"; // as tools/bootstrap.js starts the program

// Processor time of all threads, microseconds: on a busy machine more telling than elapsed time.
const REPORT_SCRIPT = `import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write(\`peak \${maxRSS} cpu \${userCPUTime + systemCPUTime}\\n\`);
  });`;

/** Imported before the program: its process reports its peak memory when it ends, in kilobytes for all threads. */
export const REPORT_PEAK_RSS = `data:text/javascript,${encodeURIComponent(REPORT_SCRIPT)}`;

/** The resources that a command used. */
export interface ProcessResult {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** Runs a command of the program to its end. */
export function runToExit(command: readonly string[], env: NodeJS.ProcessEnv): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const startMs = performance.now();
    const child = spawn(process.execPath, [LARGE_SEMI_SPACE, "--import", REPORT_PEAK_RSS, PROGRAM, ...command], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderrText = "";
    child.stderr.on("data", (part) => {
      stderrText += part;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(`${command.join(" ")} failed: ${stderrText}`));
      const peakMb = Math.round(Number(/peak (\d+)/.exec(stderrText)?.[1]) / 1024);
      const cpuSeconds = round(Number(/cpu (\d+)/.exec(stderrText)?.[1]) / 1e6);
      resolve({ seconds: round((performance.now() - startMs) / 1000), cpuSeconds, peakMb });
    });
  });
}
