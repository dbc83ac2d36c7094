import { Lexer, Source, TokenKind } from "graphql";
import { LimitError } from "./limit-error.js";
import type { Limits } from "./limits.js";

/**
 * Refuses a query text of too many tokens or with braces in braces too deep, before the parser, which calls itself for
 * each, sees it.
 *
 * A text that is no GraphQL passes: the parser says better what is wrong, and stops there too.
 * @throws {LimitError}
 */
export function checkTokens(text: string, limits: Limits): void {
  const { tokens, depth } = tokenCount(text);
  if (tokens > limits.tokens) throw new LimitError("tokens", limits.tokens, tokens);
  // Braces within braces are fields within fields, or a few levels of an argument.
  if (depth > 2 * limits.depth) throw new LimitError("depth", limits.depth, depth);
}

/** How many tokens a text has, and how many brackets of any kind are open at once. */
export function tokenCount(text: string): { readonly tokens: number; readonly depth: number } {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  let depth = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; kind = lexer.advance().kind) {
      tokens += 1;
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L) depth = Math.max(depth, ++open);
      else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R) open -= 1;
    }
  } catch {
    // The parser comes upon the same place.
  }
  return { tokens, depth };
}
