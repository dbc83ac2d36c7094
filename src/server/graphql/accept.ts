/** The media types of an answer, in the order of preference of a client that has none. */
const RESPONSE_TYPES = ["application/json", "application/graphql-response+json"] as const;

export type ResponseType = (typeof RESPONSE_TYPES)[number];

interface Match {
  readonly type: ResponseType;
  readonly q: number;
  /** 2 when the client names the type itself, 1 its family, 0 anything. */
  readonly exactness: number;
  /** Where in the header. */
  readonly position: number;
}

/**
 * The type of answer that an Accept header wants most: by its `q`, then by how exactly it is named, then by where.
 * null when neither will do. Without a header it is application/json, as for clients older than the specification.
 */
export function negotiateResponseType(accept: string | undefined): ResponseType | null {
  if (accept === undefined || accept === "" || accept === "*/*") return RESPONSE_TYPES[0];
  const items = accept.split(",").map(parseItem);
  let best: Match | null = null;
  for (const type of RESPONSE_TYPES) {
    const match = bestMatch(type, items);
    if (match !== null && match.q > 0 && (best === null || isBetter(match, best))) best = match;
  }
  return best?.type ?? null;
}

interface Item {
  readonly range: string;
  readonly q: number;
}

function parseItem(item: string): Item {
  const [range = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { range, q: q === undefined ? 1 : Number(q) || 0 };
}

function bestMatch(type: ResponseType, items: readonly Item[]): Match | null {
  let best: Match | null = null;
  for (const [position, { range, q }] of items.entries()) {
    const exactness = ["*/*", "application/*", type].indexOf(range);
    if (exactness > (best?.exactness ?? -1)) best = { type, q, exactness, position };
  }
  return best;
}

function isBetter(one: Match, other: Match): boolean {
  if (one.q !== other.q) return one.q > other.q;
  if (one.exactness !== other.exactness) return one.exactness > other.exactness;
  return one.position < other.position;
}
