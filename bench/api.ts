import { deepStrictEqual } from "node:assert";
import { configFrom } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import { spanning } from "./api/answers.js";
import { blocking } from "./api/blocking.js";
import { type Load, load } from "./api/load.js";
import { startPeer } from "./api/peer.js";
import { freshArguments, QUESTIONS } from "./api/question.js";
import { type ServerProcess, startOurs } from "./api/server-process.js";
import { figures, lines, spread } from "./api/summary.js";
import { isMain, report, seeded } from "./harness.js";

const ROUNDS = 5;
const SECONDS = 3;
const WARM_UP_SECONDS = 2;

/**
 * Requests a second for `spanningAuthorities` with names and shares, against PostGraphile in the same run: both servers
 * stay up and are asked in turn, so that whatever else the machine does falls on both.
 */
export async function main(args: readonly string[]): Promise<void> {
  const ours = await startOurs();
  const peer = await startPeer(await shippedFacts());
  try {
    const random = seeded(1);
    const oursFresh = () => ({ query: QUESTIONS.ours, variables: freshArguments(random) });
    const peersFresh = () => ({ query: QUESTIONS.peers, variables: freshArguments(random) });
    const same = freshArguments(random);
    const oursAgain = () => ({ query: QUESTIONS.ours, variables: same });
    await checkAnswersAgree(ours, peer, random);

    const fresh: Load[] = [];
    const repeated: Load[] = [];
    const peers: Load[] = [];
    await load(ours, oursFresh, { seconds: WARM_UP_SECONDS });
    await load(peer, peersFresh, { seconds: WARM_UP_SECONDS });
    for (let i = 0; i < ROUNDS; i++) {
      peers.push(await load(peer, peersFresh, { seconds: SECONDS }));
      fresh.push(await load(ours, oursFresh, { seconds: SECONDS }));
      repeated.push(await load(ours, oursAgain, { seconds: SECONDS }));
    }
    const half = await load(ours, oursFresh, { seconds: SECONDS, rate: spread(fresh, "requestsPerSecond").median / 2 });
    const blocked = await blocking(ours);
    const measured = { fresh, repeated, peers, half, blocked };
    report(args, figures(measured), lines(measured));
  } finally {
    await ours.stop();
    await peer.stop();
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
