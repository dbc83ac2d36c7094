import { costlyQueries, type NamedQuery } from "./costly-queries.js";
import type { OurServer } from "./server-process.js";

/** Blocking times of a query, milliseconds. */
interface Run {
  readonly blockedMs: number;
  readonly blockedCpuMs: number;
  readonly tookMs: number;
}

/** Blocking by a query's first run, before data are read and code is compiled, and the maximum of later runs. */
export interface Blocking {
  readonly name: string;
  readonly first: Run;
  readonly later: Run;
  readonly bytes: number;
  readonly error: string | null;
}

const TIMES = 8; // enough to compile a query

/** How long each costly query blocks the event loop. No two requests have the same variables, so none is cached. */
export async function measureBlocking(server: OurServer): Promise<readonly Blocking[]> {
  await server.readBlocking();
  const found: Blocking[] = [];
  for (const query of costlyQueries()) {
    const { run: first, text } = await runQuery(server, query, 0);
    const later: Run[] = [];
    for (let time = 1; time < TIMES; time++) later.push((await runQuery(server, query, time)).run);
    const max = (figure: keyof Run) => Math.max(...later.map((run) => run[figure]));
    found.push({
      name: query.name,
      first,
      later: { blockedMs: max("blockedMs"), blockedCpuMs: max("blockedCpuMs"), tookMs: max("tookMs") },
      bytes: text.length,
      error: firstError(text),
    });
  }
  return found;
}

async function runQuery(server: OurServer, { query, variables = {} }: NamedQuery, time: number) {
  const startMs = performance.now();
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { ...variables, time } }),
  });
  const text = await response.text();
  const tookMs = performance.now() - startMs;
  const { ms, cpuMs } = await server.readBlocking();
  return { text, run: { blockedMs: ms, blockedCpuMs: cpuMs, tookMs } };
}

function firstError(text: string): string | null {
  const { errors } = JSON.parse(text) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.[0]?.message ?? null;
}
