// Loaded into our server: says, when asked, how long its event loop was blocked at most since it was last asked, in time
// and in processor time, which on a busy machine is less: the rest is other programs' doing.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const RESOLUTION_MS = 1;
const NS_PER_MS = 1e6;
const US_PER_MS = 1e3;

// Threads of the server load this too, and are not what is asked about.
if (isMainThread) watch();

function watch() {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let mostCpuMs = 0;
  let last = process.cpuUsage();

  function look() {
    const { user, system } = process.cpuUsage(last);
    last = process.cpuUsage();
    mostCpuMs = Math.max(mostCpuMs, (user + system) / US_PER_MS);
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
