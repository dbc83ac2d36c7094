import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  type SelectionSetNode,
  Source,
  TokenKind,
} from "graphql";
import { LimitError, type Limits } from "./limits.js";

/** How large an operation is, its fragments spread out. */
export interface QueryShape {
  readonly depth: number;
  readonly fields: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
}

type SelectionShape = Omit<QueryShape, "rootFields"> & { readonly topFields: number };

const NOTHING: SelectionShape = { depth: 0, fields: 0, topFields: 0, aliases: 0, directives: 0 };

/** The shape of a document's largest operation, each figure by itself. */
export function queryShape(document: DocumentNode): QueryShape {
  const shapeOf = selectionShapes(document);
  const shapes = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet, directives = [] }) => {
      const shape = shapeOf(selectionSet);
      return { ...shape, directives: shape.directives + directives.length };
    });
  const max = (figure: keyof SelectionShape) => Math.max(0, ...shapes.map((shape) => shape[figure]));
  return {
    depth: max("depth"),
    fields: max("fields"),
    rootFields: max("topFields"),
    aliases: max("aliases"),
    directives: max("directives"),
  };
}

/**
 * Shapes of selections. A fragment is looked at once however often it is spread, so fragments that spread each other
 * to an astronomic size are counted in no time. One that spreads itself counts as nothing there: validation refuses it.
 */
function selectionShapes(document: DocumentNode): (selectionSet: SelectionSetNode) => SelectionShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const cache = new Map<string, SelectionShape>();

  const fragmentShape = (name: string): SelectionShape => {
    const shape = cache.get(name);
    if (shape !== undefined) return shape;
    cache.set(name, NOTHING);
    const fragment = fragments.get(name);
    const found = fragment === undefined ? NOTHING : shapeOf(fragment.selectionSet);
    cache.set(name, found);
    return found;
  };

  const shapeOf = ({ selections }: SelectionSetNode): SelectionShape => {
    let shape = NOTHING;
    for (const selection of selections) {
      let part: SelectionShape;
      if (selection.kind === Kind.FIELD) {
        const inside = selection.selectionSet === undefined ? NOTHING : shapeOf(selection.selectionSet);
        part = { ...inside, depth: inside.depth + 1, fields: inside.fields + 1, topFields: 1 };
        if (selection.alias !== undefined) part = { ...part, aliases: part.aliases + 1 };
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) part = fragmentShape(selection.name.value);
      else part = shapeOf(selection.selectionSet);
      shape = addShapes(shape, part, selection.directives?.length ?? 0);
    }
    return shape;
  };
  return shapeOf;
}

function addShapes(one: SelectionShape, other: SelectionShape, directiveCount: number): SelectionShape {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    topFields: one.topFields + other.topFields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives + directiveCount,
  };
}

const SHAPE_LIMITS = ["depth", "rootFields", "aliases", "directives", "fields"] as const;

/** Refuses a query that is too deep or too wide, before it is validated. @throws {LimitError} */
export function checkShape(document: DocumentNode, limits: Limits): void {
  const shape = queryShape(document);
  for (const limit of SHAPE_LIMITS) {
    if (shape[limit] > limits[limit]) throw new LimitError(limit, limits[limit], shape[limit]);
  }
}

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

/** Refuses JSON with lists in lists so deep that no function that calls itself could go through them. @throws {LimitError} */
export function checkJsonNesting(text: string, limits: Limits): void {
  const nesting = jsonNesting(text);
  if (nesting > limits.jsonNesting) throw new LimitError("jsonNesting", limits.jsonNesting, nesting);
}

/** How many brackets and braces are open at once in a JSON text; what is in quotes does not count. */
export function jsonNesting(text: string): number {
  let open = 0;
  let max = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) i += char === BACKSLASH ? 1 : 0;
    else if (char === BRACKET || char === BRACE) max = Math.max(max, ++open);
    else if (char === BRACKET_END || char === BRACE_END) open -= 1;
  }
  return max;
}

const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = [...'"\\[]{}'].map((char) => char.charCodeAt(0));
