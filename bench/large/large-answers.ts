/** The response times of a query on a large edition. */
export interface LargeAnswer {
  readonly name: string;
  readonly timesMs: readonly number[];
  readonly bytes: number;
}

const TIMES = 7;
const OF_LARGE = 'edition: "large"';
const OF_TIER = `${OF_LARGE}, tier: LOWER`;
const BY_AREA = `${OF_TIER}, weight: AREA`;

const QUERIES: Readonly<Record<string, string>> = {
  "500 authorities": `authorities(${OF_TIER}) { totalCount nodes { code name areaKm2 footprintCount } }`,
  "authorities that span": `spanningAuthorities(${BY_AREA}) { authority { code } }`,
  "how all footprints fit": `footprints(${OF_LARGE}) { nodes { name coterminosity(tier: LOWER) { verdict agreementArea } } }`,
  "one footprint with its overlaps": `footprint(${OF_LARGE}, code: "F001") { overlaps(tier: LOWER) { authority { code } areaKm2 } }`,
  "sensitivity to the minimum share": `spanningSensitivity(${BY_AREA}) { count }`,
  "footprints redrawn": `scenario(${BY_AREA}) { councilsMoved }`,
  "a code with a typing error": `search(${OF_LARGE}, text: "A0004X") { __typename }`,
  "spanning councils of the default edition": "spanningAuthorities { authority { code } }",
};

/** Runs every query several times, after one warm-up, with no response from a cache. */
export async function largeAnswers(url: string): Promise<readonly LargeAnswer[]> {
  const answers: LargeAnswer[] = [];
  for (const [name, query] of Object.entries(QUERIES)) {
    await runQuery(url, query, 0);
    const timesMs: number[] = [];
    let bytes = 0;
    for (let time = 1; time <= TIMES; time++) {
      const startMs = performance.now();
      ({ length: bytes } = await runQuery(url, query, time));
      timesMs.push(performance.now() - startMs);
    }
    answers.push({ name, timesMs, bytes });
  }
  return answers;
}

// No two requests have the same variables, so none is cached.
async function runQuery(url: string, query: string, time: number): Promise<string> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: `{ ${query} }`, variables: { time } }),
  });
  const text = await response.text();
  if (!response.ok || text.startsWith('{"errors"')) throw new Error(`${query}: ${text.slice(0, 300)}`);
  return text;
}
