import { LimitError } from "./limit-error.js";
import type { Limits } from "./limits.js";

/** Refuses JSON with lists in lists so deep that no function that calls itself could go through them. @throws {LimitError} */
export function checkJsonNesting(text: string, limits: Limits): void {
  const nesting = jsonNesting(text);
  if (nesting > limits.jsonNesting) throw new LimitError("jsonNesting", limits.jsonNesting, nesting);
}

/** How many brackets and braces are open at once in a JSON text; what is in quotes does not count. */
export function jsonNesting(text: string): number {
  let open = 0;
  let most = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) i += sign === BACKSLASH ? 1 : 0;
    else if (sign === BRACKET || sign === BRACE) most = Math.max(most, ++open);
    else if (sign === BRACKET_END || sign === BRACE_END) open -= 1;
  }
  return most;
}

const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = [...'"\\[]{}'].map((sign) => sign.charCodeAt(0));
