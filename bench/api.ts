import { deepStrictEqual } from "node:assert";
import { configFrom } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import { spanning } from "./api/answers.js";
import { type Blocking, blocking } from "./api/blocking.js";
import { type Load, steadyLoad } from "./api/load.js";
import { startPeer } from "./api/peer.js";
import { freshArguments, freshBody, QUESTIONS } from "./api/question.js";
import { type ServerProcess, startOurs, startOursWatched } from "./api/server-process.js";
import { figures, lines, type Measured, spread } from "./api/summary.js";
import { checkWrk, wrk } from "./api/wrk.js";
import { isMain, report, seeded } from "./harness.js";

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 5;

/**
 * Requests a second for `spanningAuthorities` with names and shares, against PostGraphile in the same run, in as many
 * processes: both servers stay up and are asked in turn, so that whatever else the machine does falls on both.
 */
export async function main(args: readonly string[]): Promise<void> {
  checkWrk();
  const { processCount } = configFrom(process.env);
  const ours = await startOurs();
  const peer = await startPeer(await shippedFacts(), processCount);
  let loads: Omit<Measured, "blocked">;
  try {
    loads = { processCount, ...(await compared(ours, peer)) };
  } finally {
    await ours.stop();
    await peer.stop();
  }
  const measured = { ...loads, blocked: await blockedOfOurs() };
  report(args, figures(measured), lines(measured));
}

async function compared(ours: ServerProcess, peer: ServerProcess) {
  const random = seeded(1);
  const oursAgain = JSON.stringify({ query: QUESTIONS.ours, variables: freshArguments(random) });
  const [oursFresh, peersFresh] = [freshBody(QUESTIONS.ours), freshBody(QUESTIONS.peers)];
  await checkAnswersAgree(ours, peer, random);

  const fresh: Load[] = [];
  const repeated: Load[] = [];
  const peers: Load[] = [];
  await wrk(ours, oursFresh, { seconds: WARM_UP_SECONDS, seed: 0 });
  await wrk(peer, peersFresh, { seconds: WARM_UP_SECONDS, seed: 0 });
  for (let seed = 1; seed <= ROUNDS; seed++) {
    peers.push(await wrk(peer, peersFresh, { seconds: SECONDS, seed }));
    fresh.push(await wrk(ours, oursFresh, { seconds: SECONDS, seed }));
    repeated.push(await wrk(ours, oursAgain, { seconds: SECONDS, seed }));
  }
  const half = await steadyLoad(ours, () => ({ query: QUESTIONS.ours, variables: freshArguments(random) }), {
    seconds: SECONDS,
    requestsPerSecond: spread(fresh, "requestsPerSecond").median / 2,
  });
  return { fresh, repeated, peers, half };
}

async function blockedOfOurs(): Promise<readonly Blocking[]> {
  const ours = await startOursWatched();
  try {
    return await blocking(ours);
  } finally {
    await ours.stop();
  }
}

async function shippedFacts() {
  const store = openStore(configFrom({}).storePath);
  const { editions, defaultEditionId } = await store.loadFacts();
  await store.close();
  const facts = editions.get(defaultEditionId);
  if (facts === undefined) throw new Error(`there is no ${defaultEditionId}`);
  return facts;
}

async function checkAnswersAgree(ours: ServerProcess, peer: ServerProcess, random: () => number): Promise<void> {
  for (let i = 0; i < 20; i++) {
    const variables = freshArguments(random);
    const one = await spanning(ours.url, { query: QUESTIONS.ours, variables });
    const other = await spanning(peer.url, { query: QUESTIONS.peers, variables });
    deepStrictEqual(one, other);
  }
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
