import { BREAK, type DocumentNode, type FieldNode, Kind, visit } from "graphql";

const ARGUMENTS_THAT_COST = new Set(["detail", "first"]);

/** Whether what a document costs hangs on its variables, and not on its text alone. */
export function costVaries(document: DocumentNode): boolean {
  let varies = false;
  visit(document, {
    Directive: () => {
      varies = true;
      return BREAK;
    },
    Field: ({ arguments: given = [] }: FieldNode) => {
      varies ||= given.some(({ name, value }) => value.kind === Kind.VARIABLE && ARGUMENTS_THAT_COST.has(name.value));
    },
  });
  return varies;
}
