/** What one request may ask for. Introspection and every query in schema/operations stay under half of each. */
export interface Limits {
  /** Bytes of a request's body: a polygon of 25,000 positions takes about 700,000. */
  readonly bodyBytes: number;
  /** Lists and objects inside each other in a request's JSON. */
  readonly jsonNesting: number;
  /** Words and signs of the query text; a polygon written into the text takes four a position. */
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
