import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { syntheticCountry } from "../test/support/synthetic-country.js";
import { isMain, report, round, timing } from "./harness.js";
import { type LargeAnswer, largeAnswers } from "./large/large-answers.js";
import { LARGE_SEMI_SPACE, PROGRAM, type ProcessResult, REPORT_PEAK_RSS, runToExit } from "./large/peak-memory.js";

const SIDES = [90, 180]; // 8,100 and 32,400 authorities
const FOOTPRINT_SIDE = 6;
const BORDER_VERTICES = 9; // as on a border between small areas in England

/** The figures of an edition with a number of authorities. */
interface Figures {
  readonly authorities: number;
  readonly imported: ProcessResult;
  readonly built: ProcessResult;
  readonly startSeconds: number;
  readonly answers: readonly LargeAnswer[];
}

/**
 * A synthetic country of many authorities, imported, built, served and queried, each step in its own process, at two
 * sizes: shows how each step grows.
 */
export async function main(args: readonly string[]): Promise<void> {
  const results: Figures[] = [];
  for (const side of SIDES) results.push(await measureCountry(side));
  const [small, large] = results;
  if (small === undefined || large === undefined) throw new Error("growth needs two sizes");
  const growth = (of: (figures: Figures) => number) =>
    round(Math.log(of(large) / of(small)) / Math.log(large.authorities / small.authorities));
  const growths = {
    import: growth(({ imported }) => imported.cpuSeconds),
    build: growth(({ built }) => built.cpuSeconds),
  };
  report(args, { name: "large", results, growths }, [
    ...results.flatMap(formatFigures),
    `processor time grows as the number of authorities to the power of ${growths.import} (import), ${growths.build} (build)`,
  ]);
}

async function measureCountry(side: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "coterminous-large-"));
  try {
    const file = join(folder, "country.topojson");
    writeFileSync(
      file,
      JSON.stringify(syntheticCountry({ side, footprintSide: FOOTPRINT_SIDE, between: BORDER_VERTICES })),
    );
    const geodata = join(folder, "geodata");
    const env = {
      ...process.env,
      COTERMINOUS_STORE: join(folder, "built.sqlite"),
      COTERMINOUS_GEODATA: geodata,
      PORT: "0",
    };
    // The shipped editions are built first: the measured build copies them.
    await runToExit(["build"], { ...env, COTERMINOUS_GEODATA: "" });
    const layers = ["--footprints", `${file}#footprints`, "--lower", `${file}#authorities`];
    const imported = await runToExit(["import", "large", ...layers, "--no-build"], env);
    const built = await runToExit(["build"], env);
    const { startSeconds, answers } = await serveAndQuery(env);
    return {
      authorities: side ** 2,
      imported,
      built,
      startSeconds,
      answers,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serveAndQuery(env: NodeJS.ProcessEnv): Promise<Pick<Figures, "startSeconds" | "answers">> {
  const startMs = performance.now();
  const child = spawn(process.execPath, [LARGE_SEMI_SPACE, "--import", REPORT_PEAK_RSS, PROGRAM, "start"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(child, "exit");
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /(http:\S+\/graphql)$/.exec(line)?.[1];
      if (url === undefined) continue;
      child.stdout.resume();
      return { startSeconds: round((performance.now() - startMs) / 1000), answers: await largeAnswers(url) };
    }
    throw new Error("the server did not start");
  } finally {
    child.kill("SIGTERM");
    await exited;
  }
}

function formatFigures({ authorities, imported, built, startSeconds, answers }: Figures): string[] {
  const formatResult = ({ seconds, cpuSeconds, peakMb }: ProcessResult) =>
    `${seconds} s (processor ${cpuSeconds} s), peak ${peakMb} MB`;
  return [
    `${authorities.toLocaleString("en-GB")} authorities in ${FOOTPRINT_SIDE ** 2} footprints`,
    `  import ${formatResult(imported)}`,
    `  build ${formatResult(built)}`,
    `  start ${startSeconds} s`,
    ...answers.map(({ name, timesMs, bytes }) => {
      const { medianMs, maxMs } = timing(timesMs);
      return `  ${name}: ${round(medianMs)} ms, at most ${round(maxMs)}; ${bytes.toLocaleString("en-GB")} bytes`;
    }),
  ];
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
