import { deepStrictEqual } from "node:assert";
import { configFrom } from "../src/config.js";
import { openStore } from "../src/store/open-store.js";
import { spanning } from "./api/answers.js";
import { type Blocking, blocking } from "./api/blocking.js";
import { type Load, load } from "./api/load.js";
import { startPeer } from "./api/peer.js";
import { freshArguments, QUESTIONS } from "./api/question.js";
import { type ServerProcess, startOurs } from "./api/server-process.js";
import { isMain, report, round, seeded } from "./harness.js";

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
    await load(ours.url, oursFresh, { seconds: WARM_UP_SECONDS });
    await load(peer.url, peersFresh, { seconds: WARM_UP_SECONDS });
    for (let i = 0; i < ROUNDS; i++) {
      peers.push(await load(peer.url, peersFresh, { seconds: SECONDS }));
      fresh.push(await load(ours.url, oursFresh, { seconds: SECONDS }));
      repeated.push(await load(ours.url, oursAgain, { seconds: SECONDS }));
    }
    const half = await load(ours.url, oursFresh, { seconds: SECONDS, rate: rates(fresh).median / 2 });
    const blocked = await blocking(ours);
    reportAll(args, { fresh, repeated, peers, half, blocked });
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

interface Measured {
  readonly fresh: readonly Load[];
  readonly repeated: readonly Load[];
  readonly peers: readonly Load[];
  readonly half: Load;
  readonly blocked: readonly Blocking[];
}

function reportAll(args: readonly string[], { fresh, repeated, peers, half, blocked }: Measured): void {
  const figures = {
    ours_fresh: rates(fresh),
    ours_repeated: rates(repeated),
    postgraphile: rates(peers),
    ratio_fresh: spread(fresh.map((load, i) => ratio(load, peers[i]))),
    ratio_repeated: spread(repeated.map((load, i) => ratio(load, peers[i]))),
    p99_ms_at_half: half.p99Ms,
    requests_per_second_at_half: round(half.requestsPerSecond),
    p99_ms_fresh: spread(fresh.map(({ p99Ms }) => p99Ms)),
    p99_ms_postgraphile: spread(peers.map(({ p99Ms }) => p99Ms)),
    bytes_ours: Math.round(fresh[0]?.bytesPerAnswer ?? 0),
    bytes_postgraphile: Math.round(peers[0]?.bytesPerAnswer ?? 0),
    most_blocked_ms: round(Math.max(...blocked.map(({ blockedMs }) => blockedMs))),
    blocked,
  };
  report(args, { name: "api", ...figures }, [
    `spanningAuthorities with names and shares, ${fresh.length} rounds of ${SECONDS} s, 32 connections`,
    `PostGraphile             ${spreadText(figures.postgraphile)} requests/s, p99 ${spreadText(figures.p99_ms_postgraphile)} ms, ${figures.bytes_postgraphile} bytes`,
    `every request differs    ${spreadText(figures.ours_fresh)} requests/s, p99 ${spreadText(figures.p99_ms_fresh)} ms, ${figures.bytes_ours} bytes`,
    `  times PostGraphile     ${spreadText(figures.ratio_fresh)}`,
    `repeated questions       ${spreadText(figures.ours_repeated)} requests/s`,
    `  times PostGraphile     ${spreadText(figures.ratio_repeated)}`,
    `at half of our maximum   ${figures.requests_per_second_at_half} requests/s, p99 ${half.p99Ms} ms`,
    "event loop blocked at most, ms: first time, then; time to answer; size; by query",
    ...blocked.map(
      ({ name, firstBlockedMs, blockedMs, tookMs, bytes, error }) =>
        `  ${round(firstBlockedMs)} ${round(blockedMs)}; ${round(tookMs)} ms; ${Math.round(bytes / 1_000)} kB; ${name}${error === null ? "" : `: ${error}`}`,
    ),
  ]);
}

interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

function rates(loads: readonly Load[]): Spread {
  return spread(loads.map(({ requestsPerSecond }) => requestsPerSecond));
}

function ratio(load: Load, other: Load | undefined): number {
  return load.requestsPerSecond / (other?.requestsPerSecond ?? Number.NaN);
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((p, q) => p - q);
  const at = (place: number) => round(sorted[place] ?? Number.NaN);
  return { median: at(sorted.length >> 1), least: at(0), most: at(sorted.length - 1) };
}

function spreadText({ median, least, most }: Spread): string {
  return `${median} (${least} to ${most})`;
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
