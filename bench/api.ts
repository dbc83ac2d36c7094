import { deepStrictEqual } from "node:assert";
import { loadConfig } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import { fetchSpanning } from "./api/answers.js";
import { QUERIES, uniqueArguments, uniqueBody } from "./api/benchmark-query.js";
import { type Blocking, measureBlocking } from "./api/event-loop-blocking.js";
import { startPostGraphile } from "./api/postgraphile.js";
import { type ServerProcess, startOurs, startOursWatched } from "./api/server-process.js";
import { type Load, steadyLoad } from "./api/steady-load.js";
import { figures, lines, type Measured, spread } from "./api/summary.js";
import { checkWrk, wrk } from "./api/wrk.js";
import { isMain, report, seededRandom } from "./harness.js";

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 5;

/**
 * Requests per second for `spanningAuthorities` with names and shares, beside PostGraphile in the same run, with the same
 * number of processes. Both servers stay up and are loaded alternately, so that other work on the machine affects both.
 */
export async function main(args: readonly string[]): Promise<void> {
  checkWrk();
  const { processCount } = loadConfig(process.env);
  const ours = await startOurs();
  const peer = await startPostGraphile(await loadShippedFacts(), processCount);
  let loads: Omit<Measured, "blocked">;
  try {
    loads = { processCount, ...(await compareServers(ours, peer)) };
  } finally {
    await ours.stop();
    await peer.stop();
  }
  const measured = { ...loads, blocked: await measureOurBlocking() };
  report(args, figures(measured), lines(measured));
}

async function compareServers(ours: ServerProcess, peer: ServerProcess) {
  const random = seededRandom(1);
  const repeatedBody = JSON.stringify({ query: QUERIES.ours, variables: uniqueArguments(random) });
  const [freshBody, peersFresh] = [uniqueBody(QUERIES.ours), uniqueBody(QUERIES.postgraphile)];
  await checkAnswersAgree(ours, peer, random);

  const fresh: Load[] = [];
  const repeated: Load[] = [];
  const peers: Load[] = [];
  await wrk(ours, freshBody, { seconds: WARM_UP_SECONDS, seed: 0 });
  await wrk(peer, peersFresh, { seconds: WARM_UP_SECONDS, seed: 0 });
  for (let seed = 1; seed <= ROUNDS; seed++) {
    peers.push(await wrk(peer, peersFresh, { seconds: SECONDS, seed }));
    fresh.push(await wrk(ours, freshBody, { seconds: SECONDS, seed }));
    repeated.push(await wrk(ours, repeatedBody, { seconds: SECONDS, seed }));
  }
  const half = await steadyLoad(ours, () => ({ query: QUERIES.ours, variables: uniqueArguments(random) }), {
    seconds: SECONDS,
    requestsPerSecond: spread(fresh, "requestsPerSecond").median / 2,
  });
  return { fresh, repeated, peers, half };
}

async function measureOurBlocking(): Promise<readonly Blocking[]> {
  const ours = await startOursWatched();
  try {
    return await measureBlocking(ours);
  } finally {
    await ours.stop();
  }
}

async function loadShippedFacts() {
  const store = openStore(loadConfig({}).storePath);
  const { editions, defaultEditionId } = await store.loadFacts();
  await store.close();
  const facts = editions.get(defaultEditionId);
  if (facts === undefined) throw new Error(`there is no ${defaultEditionId}`);
  return facts;
}

async function checkAnswersAgree(ours: ServerProcess, peer: ServerProcess, random: () => number): Promise<void> {
  for (let i = 0; i < 20; i++) {
    const variables = uniqueArguments(random);
    const one = await fetchSpanning(ours.url, { query: QUERIES.ours, variables });
    const other = await fetchSpanning(peer.url, { query: QUERIES.postgraphile, variables });
    deepStrictEqual(one, other);
  }
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
