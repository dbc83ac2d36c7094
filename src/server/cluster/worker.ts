// One of several processes that serve at the same address; the primary stops it.
import type { Config } from "../../config.js";
import { StoreError } from "../../store/store.js";
import { ListenError } from "../errors.js";
import { startServerFromConfig } from "../main.js";
import type { RunningServer } from "../server.js";
import type { PrimaryToWorker, WorkerToPrimary } from "./ipc.js";
import { primaryLink } from "./primary-link.js";

const send = (message: WorkerToPrimary) => void process.send?.(message);
const primary = primaryLink(send);
const [, , configText = ""] = process.argv;
const starting = startServerFromConfig(JSON.parse(configText) as Config, primary);

const stop = async () => {
  const server: RunningServer | null = await starting.catch(() => null);
  await server?.stop();
  process.exit();
};
const warm = async () => {
  await (await starting).warm();
  send({ kind: "WARMED" });
};
process.on("message", (message: PrimaryToWorker) => {
  if (message.kind === "STOP") void stop();
  else if (message.kind === "WARM") void warm();
  else primary.receive(message);
});
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => {}); // Ctrl-C reaches every process; the primary sends STOP

try {
  const { address } = await starting;
  send({ kind: "SERVING", address });
} catch (error) {
  const isExpected = error instanceof ListenError || error instanceof StoreError;
  if (!isExpected) console.error(error);
  const message = isExpected ? error.message : "a server process could not start";
  process.send?.({ kind: "FAILED", message } satisfies WorkerToPrimary, () => process.exit(1));
}
