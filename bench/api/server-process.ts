import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

/** A server in a process of its own. */
export interface ServerProcess {
  /** Where it answers GraphQL. */
  readonly url: string;
  /** Its processes, whose children are its too. */
  readonly pids: readonly number[];
  stop(): Promise<void>;
}

/** Our server, which can also be asked how long it kept others waiting. */
export interface OurServer extends ServerProcess {
  /** The longest that its event loop was blocked since it was last asked, in time and in processor time. */
  blocked(): Promise<{ readonly ms: number; readonly cpuMs: number }>;
}

const OURS = /(http:\S+\/graphql)$/; // where it says that it serves
const ROOMY = "--max-semi-space-size=64"; // as scripts/prepare.js has it
// When it has started the server makes large maps and draws for tiles on other threads: not what is measured.
const MADE_BEFOREHAND_MS = 30_000;

/** Our server as `npm start` has it, on any free port. */
export async function startOurs(): Promise<ServerProcess> {
  const { child: _, ...server } = await started([process.execPath, ROOMY, "dist/cli.js", "start"], OURS, { PORT: "0" });
  await setTimeout(MADE_BEFOREHAND_MS);
  return server;
}

/** The same in one process, which is watched. */
export async function startOursWatched(): Promise<OurServer> {
  const command = [process.execPath, ROOMY, "--import", "./bench/api/event-loop.mjs", "dist/cli.js", "start"];
  const { child, ...server } = await started(command, OURS, { PORT: "0", COTERMINOUS_PROCESSES: "1" });
  await setTimeout(MADE_BEFOREHAND_MS);
  return {
    ...server,
    blocked: async () => {
      child.send("blocked");
      const [blocked] = await once(child, "message");
      return blocked;
    },
  };
}

/** PostGraphile over a PostgreSQL whose socket is in a folder, in so many processes. */
export async function startPostGraphile(socketFolder: string, processCount: number): Promise<ServerProcess> {
  const command = [process.execPath, ROOMY, "bench/api/postgraphile-server.mjs", socketFolder, String(processCount)];
  return started(command, /^(\d+)$/, {});
}

async function started(
  [program = "", ...args]: readonly string[],
  sign: RegExp,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess & { readonly child: ChildProcess }> {
  const env = { ...process.env, NODE_ENV: "production", ...environment };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  if (child.stdout === null) throw new Error("a child without output");
  for await (const line of createInterface({ input: child.stdout })) {
    const said = sign.exec(line)?.[1];
    if (said === undefined) continue;
    child.stdout.resume();
    const url = said.startsWith("http") ? said : `http://127.0.0.1:${said}/graphql`;
    return { url, child, pids: child.pid === undefined ? [] : [child.pid], stop: () => stopped(child) };
  }
  throw new Error(`${args.join(" ")} did not start`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
