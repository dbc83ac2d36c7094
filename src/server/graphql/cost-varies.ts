import { type ArgumentNode, BREAK, type DocumentNode, type FieldNode, Kind, visit } from "graphql";

const ARGUMENTS_THAT_COST = new Set([
  "detail",
  "first",
  "minFootprints",
  // what says which edition is asked, and how much of it
  "edition",
  "from",
  "geometry",
  "id",
  "layer",
  "to",
]);

/** Whether what a document costs hangs on its variables, and not on its text alone. */
export function costVaries(document: DocumentNode): boolean {
  let varies = false;
  visit(document, {
    Directive: () => {
      varies = true;
      return BREAK;
    },
    Field: ({ arguments: given = [] }: FieldNode) => {
      varies ||= given.some((argument) => ARGUMENTS_THAT_COST.has(argument.name.value) && hasVariable(argument));
    },
  });
  return varies;
}

/** Whether there is a variable anywhere in an argument: a geometry may be written out with one in its midst. */
function hasVariable(argument: ArgumentNode): boolean {
  let found = false;
  visit(argument, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}
