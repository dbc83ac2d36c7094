import type { IndexedFacts } from "../model/facts.js";
import { FeedError } from "./feed-error.js";

const MAX_QUOTE_LENGTH = 60; // characters

/** A client's text in quotes, for a message; a long one is cut. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH)}…` : text);
}

/** The one of the allowed values that equals a text. @throws {FeedError} made by `createError`, when none does */
export function oneOf<Value extends string>(
  text: string,
  allowed: readonly Value[],
  createError: () => FeedError,
): Value {
  const value = allowed.find((candidate) => candidate === text);
  if (value === undefined) throw createError();
  return value;
}

interface WholeNumberOptions {
  /** What the number is, at the beginning of the message. */
  readonly name: string;
  readonly status: FeedError["status"];
  readonly min?: number;
  readonly max?: number;
  /** Whether 05 is accepted for 5. */
  readonly hasLeadingZeros?: boolean;
}

/** A whole number within limits, in decimal digits. @throws {FeedError} for any other text */
export function wholeNumber(
  text: string,
  { name, status, min = 0, max = Number.POSITIVE_INFINITY, hasLeadingZeros = true }: WholeNumberOptions,
): number {
  const number = Number(text);
  const form = hasLeadingZeros ? /^\d{1,15}$/ : /^(0|[1-9]\d{0,14})$/;
  if (form.test(text) && number >= min && number <= max) return number;
  const to = Number.isFinite(max) ? ` to ${max}` : "";
  throw new FeedError(status, `${name} is ${quote(text)}; it can be a whole number from ${min}${to}.`);
}

/** The edition with an id. @throws {FeedError} with status 404, listing the editions, when there is none */
export function requireEdition(id: string, editions: readonly IndexedFacts[]): IndexedFacts {
  const facts = editions.find(({ edition }) => edition.id === id);
  if (facts !== undefined) return facts;
  throw new FeedError(
    404,
    notFoundMessage(
      "edition",
      id,
      editions.map(({ edition }) => edition.id),
    ),
  );
}

/** "There is no layer "wards"; there are footprints, members." */
export function notFoundMessage(kind: string, text: string, known: readonly string[]): string {
  return `There is no ${kind} ${quote(text)}; there are ${known.join(", ")}.`;
}
