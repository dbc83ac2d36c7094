import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

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
  const most = (figure: keyof SelectionShape) => Math.max(0, ...shapes.map((shape) => shape[figure]));
  return {
    depth: most("depth"),
    fields: most("fields"),
    rootFields: most("topFields"),
    aliases: most("aliases"),
    directives: most("directives"),
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
  const known = new Map<string, SelectionShape>();

  const fragmentShape = (name: string): SelectionShape => {
    const shape = known.get(name);
    if (shape !== undefined) return shape;
    known.set(name, NOTHING);
    const fragment = fragments.get(name);
    const found = fragment === undefined ? NOTHING : shapeOf(fragment.selectionSet);
    known.set(name, found);
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
      shape = joined(shape, part, selection.directives?.length ?? 0);
    }
    return shape;
  };
  return shapeOf;
}

function joined(one: SelectionShape, other: SelectionShape, directiveCount: number): SelectionShape {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    topFields: one.topFields + other.topFields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives + directiveCount,
  };
}
