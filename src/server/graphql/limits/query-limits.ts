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

/** The size of an operation, with its fragments expanded. */
export interface QueryShape {
  readonly depth: number;
  readonly fields: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly directives: number;
}

type SelectionShape = Omit<QueryShape, "rootFields"> & { readonly topFields: number };

const NOTHING: SelectionShape = { depth: 0, fields: 0, topFields: 0, aliases: 0, directives: 0 };

/** The shape of a document: each figure of the operation where it is largest. */
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
 * Shapes of selections. Each fragment is computed once, however often it is spread, so fragments that expand to an
 * astronomic size are counted quickly. A fragment that spreads itself counts as nothing there: validation rejects it.
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

/** Rejects a query that is too deep or too wide, before validation. @throws {LimitError} */
export function checkShape(document: DocumentNode, limits: Limits): void {
  const shape = queryShape(document);
  for (const limit of SHAPE_LIMITS) {
    if (shape[limit] > limits[limit]) throw new LimitError(limit, limits[limit], shape[limit]);
  }
}

/**
 * Rejects a query text with too many tokens or too deep braces, before the recursive parser reads it.
 *
 * Text that is not GraphQL passes: the parser reports the error better, and stops at the same place.
 * @throws {LimitError}
 */
export function checkTokens(text: string, limits: Limits): void {
  const { tokens, depth } = tokenCount(text);
  if (tokens > limits.tokens) throw new LimitError("tokens", limits.tokens, tokens);
  // Nested braces are nested fields, or a few levels of an argument.
  if (depth > 2 * limits.depth) throw new LimitError("depth", limits.depth, depth);
}

/** The number of tokens of a text, and how deep its brackets of any kind are nested. */
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
    // The parser stops at the same place.
  }
  return { tokens, depth };
}

/** Rejects JSON nested so deep that recursive functions would overflow the stack. @throws {LimitError} */
export function checkJsonNesting(text: string, limits: Limits): void {
  const nesting = jsonNesting(text);
  if (nesting > limits.jsonNesting) throw new LimitError("jsonNesting", limits.jsonNesting, nesting);
}

/** How deep brackets and braces are nested in a JSON text, strings left out. */
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
