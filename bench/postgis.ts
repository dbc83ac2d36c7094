import { execFileSync, spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LayerArea } from "../packages/overlap/src/layer/layer-coordinates.js";

const BIN = "/usr/lib/postgresql/15/bin";

/** A temporary PostGIS. */
export interface PostGis {
  run(sql: string): Promise<string>;
  stop(): void;
}

/** Whether PostGIS is installed. */
export function hasPostGis(): boolean {
  return existsSync(join(BIN, "initdb")) && existsSync("/usr/share/postgresql/15/extension/postgis.control");
}

/** Starts a cluster in a temporary folder, reached only by a socket in it; stop() removes both. */
export function startPostGis(): PostGis {
  // PostgreSQL refuses to run as root: root runs it as the user of Debian's package.
  const isRoot = process.getuid?.() === 0;
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const user = isRoot ? { uid: id("-u"), gid: id("-g") } : {};
  const folder = mkdtempSync(join(tmpdir(), "coterminous-postgis-"));
  chmodSync(folder, 0o700);
  if (isRoot) chownSync(folder, id("-u"), id("-g"));
  const options = { ...user, cwd: folder, stdio: "pipe" as const };
  const data = join(folder, "data");
  const stop = (): void => {
    if (existsSync(join(data, "postmaster.pid"))) {
      execFileSync(join(BIN, "pg_ctl"), ["-D", data, "-m", "immediate", "-w", "stop"], options);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    execFileSync(join(BIN, "initdb"), ["-D", data, "-U", "bench", "-A", "trust", "--no-sync", "-E", "UTF8"], options);
    // Preloaded, so that no worker loads the library during a query.
    const memory = "-c shared_buffers=256MB -c work_mem=64MB -c shared_preload_libraries=postgis-3";
    const settings = `-k ${folder} -c listen_addresses='' -c fsync=off ${memory}`;
    const start = ["-D", data, "-l", join(folder, "log"), "-o", settings, "-w", "start"];
    execFileSync(join(BIN, "pg_ctl"), start, { ...options, stdio: "ignore" });
  } catch (cause) {
    stop();
    throw new Error("PostGIS did not start", { cause });
  }

  return {
    run: (sql) =>
      new Promise((resolve, reject) => {
        const args = ["-h", folder, "-U", "bench", "-d", "postgres", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"];
        const psql = spawn("psql", args, options);
        let out = "";
        let err = "";
        psql.stdout.on("data", (text) => {
          out += text;
        });
        psql.stderr.on("data", (text) => {
          err += text;
        });
        psql.on("error", reject);
        psql.on("close", (code) => (code === 0 ? resolve(out) : reject(new Error(`psql: ${err}`))));
        psql.stdin.end(sql);
      }),
    stop,
  };
}

/** Loads a layer into a table in EPSG:27700, indexed and analysed. */
export async function loadLayer(postgis: PostGis, table: string, areas: readonly LayerArea[]): Promise<void> {
  const rows = areas.map(({ code, boundary }) => `${code}\t${JSON.stringify(boundary)}`).join("\n");
  await postgis.run(`
    create extension if not exists postgis;
    create table ${table}_text (code text, boundary text);
    copy ${table}_text from stdin;
${rows}
\\.
    create table ${table} as
      select code, st_transform(st_setsrid(st_geomfromgeojson(boundary), 4326), 27700) as geom from ${table}_text;
    create index on ${table} using gist (geom);
    alter table ${table} set (parallel_workers = 2);
    vacuum analyze ${table};`);
}

const TWO_WORKERS = `
  set jit = off;
  set max_parallel_workers_per_gather = 2;
  set parallel_setup_cost = 0;
  set parallel_tuple_cost = 0;
  set min_parallel_table_scan_size = 0;
  set min_parallel_index_scan_size = 0;`;

const INTERSECTION_M2 = "select sum(st_area(st_intersection(a.geom, b.geom)))";

/** The number of workers that the plan of sharedAreaMs starts. */
export async function countLaunchedWorkers(postgis: PostGis, a: string, b: string): Promise<number> {
  const plan = await postgis.run(`${TWO_WORKERS}\nexplain (analyze, timing off) ${intersectionQuery(a, b)}`);
  return Number(/Workers Launched: (\d+)/.exec(plan)?.[1] ?? 0);
}

/**
 * Milliseconds for the sum of all shared areas of two tables by st_intersection, with a plan forced to two workers, and
 * without jit, which costs more than it gains here.
 */
export async function intersectionMs(postgis: PostGis, a: string, b: string): Promise<number> {
  const out = await postgis.run(`${TWO_WORKERS}\n\\timing on\n${intersectionQuery(a, b)}`);
  const timeText = /Time: ([\d.]+) ms(?![\s\S]*Time:)/.exec(out)?.[1];
  if (timeText === undefined) throw new Error(`psql printed no time: ${out}`);
  return Number(timeText);
}

function intersectionQuery(a: string, b: string): string {
  return `${INTERSECTION_M2} from ${a} a join ${b} b on a.geom && b.geom;`;
}
