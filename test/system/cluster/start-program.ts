import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { PROGRAM } from "../../support/program.js";

/** The program, started as a user starts it. */
export interface StartedProgram {
  /** Where it serves, without a path. */
  readonly address: string;
  /** What it noted for its operator. */
  readonly stderrLines: readonly string[];
  /** The processes that serve. */
  workerPids(): readonly number[];
  /** Asks it to stop, when it has not ended: its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the program in several processes. @throws what it wrote, when it does not come to serve */
export async function startProgram(environment: Readonly<Record<string, string>>): Promise<StartedProgram> {
  const env = { ...process.env, COTERMINOUS_GEODATA: "", PORT: "0", ...environment };
  const child = spawn(process.execPath, [PROGRAM, "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "exit");
  const stderrLines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => stderrLines.push(line));

  let address = "";
  for await (const line of createInterface({ input: child.stdout })) {
    address = /Explorer +(http:\S+)\/$/.exec(line)?.[1] ?? address;
    if (line.startsWith("Stop it")) break;
  }
  if (address === "") {
    const [code] = await ended;
    throw new Error(`ended with ${code}: ${stderrLines.join("\n")}`);
  }
  return {
    address,
    stderrLines,
    workerPids: () => workerPidsOf(child.pid ?? 0),
    stop: async () => {
      child.kill("SIGTERM");
      return (await ended)[0];
    },
  };
}

function workerPidsOf(parent: number): readonly number[] {
  return execFileSync("ps", ["-A", "-o", "ppid=,pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes("cluster/worker.js"))
    .map((line) => line.trim().split(/ +/).map(Number))
    .filter(([ppid]) => ppid === parent)
    .map(([, pid = 0]) => pid);
}
