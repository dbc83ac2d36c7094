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
  const drawOneByOne = oneByOne();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) takeTurns(field, { mostSeconds, drawOneByOne });
  }
  return schema;
}

interface Manner {
  readonly mostSeconds: number;
  readonly drawOneByOne: OneByOne;
}

function takeTurns(field: GraphQLField<unknown, TimedContext>, { mostSeconds, drawOneByOne }: Manner): void {
  const { resolve } = field;
  const type = getNamedType(field.type);
  if (resolve === undefined || (isLeafType(type) && field.args.length === 0)) return;
  const isWaiting = WAITING.has(field.name);
  const isShape = type.name === "GeoJSONGeometry";
  field.resolve = (source, args, context, info) => {
    checkTime(context, mostSeconds);
    const answer = () => {
      const value = resolve(source, args, context, info);
      return isWaiting ? waitedFor(value, context) : value;
    };
    const go = () => {
      checkTime(context, mostSeconds);
      return answer();
    };
    if (isShape) return drawOneByOne(context, go);
    const turn = context.turns.next();
    return turn === null ? answer() : turn.then(go);
  };
}

/** Fields for which another thread works long, which keeps nobody else from being answered. */
const WAITING: ReadonlySet<string> = new Set(["changes"]);

async function waitedFor(answer: unknown, context: TimedContext): Promise<unknown> {
  const startedMs = performance.now();
  try {
    return await answer;
  } finally {
    context.waitedMs += performance.now() - startedMs;
  }
}

function checkTime({ startedMs, waitedMs }: TimedContext, mostSeconds: number): void {
  const seconds = (performance.now() - startedMs - waitedMs) / MS_PER_SECOND;
  if (seconds > mostSeconds) throw new LimitError("seconds", mostSeconds, seconds);
}

type OneByOne = (context: TimedContext, work: () => unknown) => Promise<unknown>;

/** A shape is drawn after something was waited for, when the turn is long over: so the next waits until it is there. */
function oneByOne(): OneByOne {
  let last: Promise<unknown> = Promise.resolve();
  return ({ turns }, work) => {
    const done = last.then(() => turns.next()).then(work);
    last = done.catch(() => {});
    return done;
  };
}
