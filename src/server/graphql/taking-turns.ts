import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from "graphql";
import { LimitError } from "../limits/limit-error.js";
import type { TimedContext } from "./timed-context.js";

const MS_PER_SECOND = 1_000;

/**
 * Makes the resolvers of a schema take turns and stop when their time is over. Fields that only read a value are left
 * as they are.
 *
 * @returns the same schema, changed
 */
export function takingTurns(schema: GraphQLSchema, mostSeconds: number): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) takeTurns(field, mostSeconds);
  }
  return schema;
}

function takeTurns(field: GraphQLField<unknown, TimedContext>, mostSeconds: number): void {
  const { resolve } = field;
  if (resolve === undefined || (isLeafType(getNamedType(field.type)) && field.args.length === 0)) return;
  field.resolve = (source, args, context, info) => {
    const seconds = (performance.now() - context.startedMs) / MS_PER_SECOND;
    if (seconds > mostSeconds) throw new LimitError("seconds", mostSeconds, seconds);
    const turn = context.turns.next();
    return turn === null ? resolve(source, args, context, info) : turn.then(() => resolve(source, args, context, info));
  };
}
