// One of several processes that serve at the same address; the one that started them says when to stop.
import type { Config } from "../config.js";
import { ListenError } from "../server/http/listen-error.js";
import type { RunningServer } from "../server/server.js";
import { startedServer } from "../started-server.js";
import { StoreError } from "../store/store.js";
import type { ToServing, ToStarter } from "./messages.js";
import { peerProcesses } from "./peer-processes.js";

const tell = (message: ToStarter) => void process.send?.(message);
const peers = peerProcesses(tell);
const [, , configText = ""] = process.argv;
const starting = startedServer(JSON.parse(configText) as Config, peers);

const stop = async () => {
  const server: RunningServer | null = await starting.catch(() => null);
  await server?.stop();
  process.exit();
};
process.on("message", (message: ToServing) => {
  if (message.kind === "STOP") void stop();
  else peers.hear(message);
});
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => {}); // Ctrl-C reaches every process; the one that started this one passes it on

try {
  const { address } = await starting;
  tell({ kind: "SERVING", address });
} catch (error) {
  const isExpected = error instanceof ListenError || error instanceof StoreError;
  if (!isExpected) console.error(error);
  const message = isExpected ? error.message : "a process of the server could not start";
  process.send?.({ kind: "REFUSED", message } satisfies ToStarter, () => process.exit(1));
}
