import { costlyQueries } from "./costly-queries.js";
import type { OurServer } from "./server-process.js";

/** How a query fared. */
export interface Blocking {
  readonly name: string;
  /** The first time, with everything still to be read and compiled, and the most of the times after. */
  readonly firstBlockedMs: number;
  readonly blockedMs: number;
  readonly tookMs: number;
  readonly bytes: number;
  readonly error: string | null;
}

const TIMES = 6; // enough for a query to be compiled

/** How long each costly query blocks the event loop. Every answer is made anew: no two have the same name. */
export async function blocking(server: OurServer): Promise<readonly Blocking[]> {
  await server.blockedMs();
  const found: Blocking[] = [];
  for (const query of costlyQueries()) {
    const runs: Blocking[] = [];
    for (let i = 0; i < TIMES; i++) runs.push(await asked(server, query, i));
    const [first] = runs;
    const later = runs.slice(1);
    if (first === undefined) continue;
    const most = (figure: "blockedMs" | "tookMs") => Math.max(...later.map((run) => run[figure]));
    found.push({ ...first, firstBlockedMs: first.blockedMs, blockedMs: most("blockedMs"), tookMs: most("tookMs") });
  }
  return found;
}

async function asked(
  server: OurServer,
  { name, query, variables = {} }: ReturnType<typeof costlyQueries>[number],
  time: number,
): Promise<Blocking> {
  const startMs = performance.now();
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { ...variables, time } }),
  });
  const text = await response.text();
  const tookMs = performance.now() - startMs;
  const { errors } = JSON.parse(text) as { readonly errors?: readonly { readonly message: string }[] };
  const blockedMs = await server.blockedMs();
  return {
    name,
    firstBlockedMs: blockedMs,
    blockedMs,
    tookMs,
    bytes: text.length,
    error: errors?.[0]?.message ?? null,
  };
}
