// Loaded into our server: says, when asked, how long its event loop was blocked at most since it was last asked.
import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 1;
const NS_PER_MS = 1e6;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

process.on("message", () => {
  process.send(delay.max / NS_PER_MS - RESOLUTION_MS);
  delay.reset();
  delay.enable();
});
process.channel.unref();
