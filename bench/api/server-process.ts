import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

/** A server in its own process. */
export interface ServerProcess {
  /** Its GraphQL endpoint. */
  readonly url: string;
  /** Its processes; their children count too. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

/** The application's server, which also reports how long its event loop was blocked. */
export interface OurServer extends ServerProcess {
  /** The longest block of its event loop since the last call, in time and in processor time. */
  readBlocking(): Promise<{ readonly ms: number; readonly cpuMs: number }>;
}

const OUR_URL = /(http:\S+\/graphql)$/; // printed when it is ready
const LARGE_SEMI_SPACE = "--max-semi-space-size=64"; // as in tools/bootstrap.js
// After its start the server prepares large maps and tiles on other threads, which is not to be measured.
const SETTLE_MS = 30_000;

/** The application's server as `npm start` runs it, on a free port. */
export async function startOurs(): Promise<ServerProcess> {
  const { child: _, ...server } = await spawnServer(
    [process.execPath, LARGE_SEMI_SPACE, "dist/cli/main.js", "start"],
    OUR_URL,
    { PORT: "0" },
  );
  await setTimeout(SETTLE_MS);
  return server;
}

/** The same in one process, with its event loop monitored. */
export async function startOursWatched(): Promise<OurServer> {
  const command = [
    process.execPath,
    LARGE_SEMI_SPACE,
    "--import",
    "./bench/api/event-loop.mjs",
    "dist/cli/main.js",
    "start",
  ];
  const { child, ...server } = await spawnServer(command, OUR_URL, { PORT: "0", COTERMINOUS_PROCESSES: "1" });
  await setTimeout(SETTLE_MS);
  return {
    ...server,
    readBlocking: async () => {
      child.send("blocked");
      const [blocked] = await once(child, "message");
      return blocked;
    },
  };
}

/** PostGraphile with a number of processes, on a PostgreSQL whose socket is in a folder. */
export async function spawnPostGraphile(socketFolder: string, processCount: number): Promise<ServerProcess> {
  const command = [
    process.execPath,
    LARGE_SEMI_SPACE,
    "bench/api/postgraphile-server.mjs",
    socketFolder,
    String(processCount),
  ];
  return spawnServer(command, /^(\d+)$/, {});
}

async function spawnServer(
  [program = "", ...args]: readonly string[],
  urlPattern: RegExp,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess & { readonly child: ChildProcess }> {
  const env = { ...process.env, NODE_ENV: "production", ...environment };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  if (child.stdout === null) throw new Error("the process has no stdout");
  for await (const line of createInterface({ input: child.stdout })) {
    const match = urlPattern.exec(line)?.[1];
    if (match === undefined) continue;
    child.stdout.resume();
    const url = match.startsWith("http") ? match : `http://127.0.0.1:${match}/graphql`;
    return { url, child, pids: child.pid === undefined ? [] : [child.pid], stop: () => stopChild(child) };
  }
  throw new Error(`${args.join(" ")} did not start`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
