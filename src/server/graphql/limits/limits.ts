/** What one request may ask for. Introspection and every query in schema/operations stay under half of each. */
export interface Limits {
  /** Bytes of a request's body: a polygon of 25,000 positions takes about 700,000. */
  readonly bodyBytes: number;
  /** Lists and objects inside each other in a request's JSON. */
  readonly jsonNesting: number;
  /** Lexer tokens in the query; an inline polygon uses four per position. */
  readonly tokens: number;
  /** Fields inside fields; what GraphiQL asks about the schema is 15 deep. */
  readonly depth: number;
  /** Fields in all, those of a fragment counted wherever it is spread. */
  readonly fields: number;
  /** Fields at the top. */
  readonly rootFields: number;
  readonly aliases: number;
  /** Uses of directives such as @include. */
  readonly directives: number;
  /** What an answer takes to make, in points; about a microsecond each. */
  readonly cost: number;
  /** Seconds until an answer that is not ready is given up. */
  readonly seconds: number;
}

export const LIMITS: Limits = {
  bodyBytes: 1_000_000,
  jsonNesting: 50,
  tokens: 8_000,
  depth: 20,
  fields: 800,
  rootFields: 20,
  aliases: 40,
  directives: 40,
  cost: 100_000,
  seconds: 5,
};

const LIMIT_TEXTS: Readonly<
  Record<keyof Limits, { readonly has: string; readonly unit: string; readonly remedy: string }>
> = {
  bodyBytes: { has: "The request has", unit: "bytes", remedy: "Send a smaller one; simplify a polygon first." },
  jsonNesting: { has: "The request's JSON is nested", unit: "deep", remedy: "A geometry takes 7." },
  tokens: { has: "The query has", unit: "tokens", remedy: "Send polygons and lists as variables." },
  depth: { has: "The query is nested", unit: "deep", remedy: "Ask for less inside each other." },
  fields: { has: "The query has", unit: "fields, fragments spread out", remedy: "Ask in several requests." },
  rootFields: { has: "The query has", unit: "fields at the top", remedy: "Ask in several requests." },
  aliases: { has: "The query has", unit: "aliases", remedy: "Ask in several requests." },
  directives: { has: "The query has", unit: "directives", remedy: "Leave out what is not needed." },
  cost: {
    has: "The query would cost",
    unit: "points",
    remedy: "Ask for fewer items (first), fewer fields of each, or boundaries at a lower detail.",
  },
  seconds: { has: "The answer took", unit: "seconds and was not ready", remedy: "Ask for less at once." },
};

/** A request that asks for more than one may: which limit, how much is allowed, how much it asks. */
export class LimitError extends Error {
  override readonly name = "LimitError";

  constructor(
    readonly limit: keyof Limits,
    readonly allowed: number,
    readonly actual: number,
  ) {
    const { has, unit, remedy } = LIMIT_TEXTS[limit];
    super(`${has} ${formatCount(actual)} ${unit}; at most ${formatCount(allowed)} are allowed. ${remedy}`);
  }
}

function formatCount(count: number): string {
  return count.toLocaleString("en-GB", { maximumFractionDigits: 1 });
}
