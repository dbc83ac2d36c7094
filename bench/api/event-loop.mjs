// Loaded into our server: says, when asked, how long its event loop was blocked at most since it was last asked, in time
// and in processor time of its thread, which on a busy machine is less: the rest is other programs' doing.
import { existsSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const RESOLUTION_MS = 1;
const NS_PER_MS = 1e6;
const MAIN_THREAD = `/proc/self/task/${process.pid}/schedstat`; // begins with nanoseconds on a processor

// Threads of the server load this too, and are not what is asked about.
if (isMainThread) watch();

function watch() {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let mostCpuMs = 0;
  let lastMs = threadMs();

  function look() {
    const nowMs = threadMs();
    mostCpuMs = Math.max(mostCpuMs, nowMs - lastMs);
    lastMs = nowMs;
  }

  setInterval(look, RESOLUTION_MS).unref();
  process.on("message", () => {
    look();
    process.send({ ms: Math.max(0, delay.max / NS_PER_MS - RESOLUTION_MS), cpuMs: mostCpuMs });
    mostCpuMs = 0;
    delay.reset();
    delay.enable();
  });
  process.channel.unref();
}

// NaN where there is no /proc.
function threadMs() {
  return existsSync(MAIN_THREAD) ? Number.parseInt(readFileSync(MAIN_THREAD, "latin1"), 10) / NS_PER_MS : Number.NaN;
}
