import type { Limits } from "./limits.js";

const WHAT: Readonly<Record<keyof Limits, { readonly has: string; readonly unit: string; readonly remedy: string }>> = {
  bodyBytes: { has: "The request has", unit: "bytes", remedy: "Send a smaller one; simplify a polygon first." },
  jsonNesting: { has: "The request's JSON is nested", unit: "deep", remedy: "A geometry takes 7." },
  tokens: { has: "The query has", unit: "words and signs", remedy: "Send polygons and lists as variables." },
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
    const { has, unit, remedy } = WHAT[limit];
    super(`${has} ${grouped(actual)} ${unit}; ${grouped(allowed)} at most are allowed. ${remedy}`);
  }
}

function grouped(count: number): string {
  return count.toLocaleString("en-GB", { maximumFractionDigits: 1 });
}
