/** Limits of one request. Introspection and every query in schema/operations stay under half of each. */
export interface Limits {
  /** Bytes of a request's body: a polygon of 25,000 positions takes about 700,000. */
  readonly bodyBytes: number;
  /** Nesting of lists and objects in the JSON of a request. */
  readonly jsonNesting: number;
  /** Lexer tokens in the query; an inline polygon uses four per position. */
  readonly tokens: number;
  /** Nesting of fields; the introspection query of GraphiQL is 15 deep. */
  readonly depth: number;
  /** All fields; those of a fragment count wherever it is spread. */
  readonly fields: number;
  /** Fields at the top level. */
  readonly rootFields: number;
  readonly aliases: number;
  /** Uses of directives such as @include. */
  readonly directives: number;
  /** Cost of the response in points, about a microsecond each. */
  readonly cost: number;
  /** Seconds after which an unfinished response is abandoned. */
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
  bodyBytes: { has: "The request has", unit: "bytes", remedy: "Send a smaller request; simplify a polygon first." },
  jsonNesting: { has: "The request's JSON is nested", unit: "deep", remedy: "A geometry takes 7." },
  tokens: { has: "The query has", unit: "tokens", remedy: "Send polygons and lists as variables." },
  depth: { has: "The query is nested", unit: "deep", remedy: "Nest fewer fields." },
  fields: {
    has: "The query has",
    unit: "fields with fragments expanded",
    remedy: "Split the query into several requests.",
  },
  rootFields: {
    has: "The query has",
    unit: "fields at the top level",
    remedy: "Split the query into several requests.",
  },
  aliases: { has: "The query has", unit: "aliases", remedy: "Split the query into several requests." },
  directives: { has: "The query has", unit: "directives", remedy: "Leave out those that are not needed." },
  cost: {
    has: "The query would cost",
    unit: "points",
    remedy: "Request fewer items (first), fewer fields of each, or boundaries at a lower detail.",
  },
  seconds: { has: "The response took", unit: "seconds and was not ready", remedy: "Request less at once." },
};

/** A request exceeds a limit: which one, what is allowed, and the actual figure. */
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
