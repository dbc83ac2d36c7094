import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { serialQueue } from "../../store/serial-queue.js";
import { LimitError } from "./limits/limits.js";
import type { ExecutionContext } from "./prepared-operation.js";

const MS_PER_SECOND = 1_000;

/**
 * Makes the resolvers of a schema run in time slices and stop at the time limit. Fields that only read a value are
 * unchanged.
 *
 * @returns the same schema, changed
 */
export function yieldBetweenResolvers(schema: GraphQLSchema, maxSeconds: number): GraphQLSchema {
  const resolveSerially = serialResolver();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) wrapResolver(field, { maxSeconds, resolveSerially });
  }
  return schema;
}

interface YieldOptions {
  readonly maxSeconds: number;
  readonly resolveSerially: SerialResolver;
}

function wrapResolver(
  field: GraphQLField<unknown, ExecutionContext>,
  { maxSeconds, resolveSerially }: YieldOptions,
): void {
  const { resolve } = field;
  const type = getNamedType(field.type);
  if (resolve === undefined || (isLeafType(type) && field.args.length === 0)) return;
  const isOffThread = OFF_THREAD_FIELDS.has(field.name);
  const isShape = type.name === "GeoJSONGeometry";
  field.resolve = (source, args, context, info) => {
    checkTime(context, maxSeconds);
    const answer = () => {
      const value = resolve(source, args, context, info);
      return isOffThread ? awaitOffThread(value, context) : value;
    };
    const go = () => {
      checkTime(context, maxSeconds);
      return answer();
    };
    if (isShape) return resolveSerially(context, go);
    const turn = context.scheduler.next();
    return turn === null ? answer() : turn.then(go);
  };
}

/** Fields that wait for another thread, which does not hold up other requests. */
const OFF_THREAD_FIELDS: ReadonlySet<string> = new Set(["changes"]);

async function awaitOffThread(answer: unknown, context: ExecutionContext): Promise<unknown> {
  const startedMs = performance.now();
  try {
    return await answer;
  } finally {
    context.blockedMs += performance.now() - startedMs;
  }
}

function checkTime({ startedMs, blockedMs }: ExecutionContext, maxSeconds: number): void {
  const seconds = (performance.now() - startedMs - blockedMs) / MS_PER_SECOND;
  if (seconds > maxSeconds) throw new LimitError("seconds", maxSeconds, seconds);
}

type SerialResolver = (context: ExecutionContext, work: () => unknown) => Promise<unknown>;

/** Boundaries resolve after an await, outside their time slice, so they are serialised one at a time. */
function serialResolver(): SerialResolver {
  const enqueue = serialQueue();
  return ({ scheduler }, work) =>
    enqueue(async () => {
      await scheduler.next();
      return work();
    });
}

/**
 * Removes the resolvers of fields that are getters of their type's class, so that graphql reads them as properties.
 * type-graphql calls a getter through six functions, a third of the time of a large response.
 *
 * @returns the same schema, changed
 */
export function stripGetterResolvers(schema: GraphQLSchema): GraphQLSchema {
  for (const metadata of getMetadataStorage().fieldResolvers) {
    // "internal" is a field of the type's own class; the others are methods of resolver classes.
    if (metadata.kind !== "internal" || !isGetter(metadata.target, metadata.methodName)) continue;
    const typeName = typeNameOf(metadata.target);
    const type = typeName === undefined ? undefined : schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[metadata.schemaName] : undefined;
    if (field !== undefined && metadata.schemaName === metadata.methodName) delete field.resolve;
  }
  return schema;
}

// biome-ignore lint/complexity/noBannedTypes: the type that type-graphql has for a class
function isGetter(target: Function, name: string): boolean {
  return Object.getOwnPropertyDescriptor(target.prototype, name)?.get !== undefined;
}

// biome-ignore lint/complexity/noBannedTypes: the type that type-graphql has for a class
function typeNameOf(target: Function): string | undefined {
  return getMetadataStorage().objectTypes.find((type) => type.target === target)?.name;
}
