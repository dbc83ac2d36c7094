import type { Scheduler } from "./event-loop-scheduler.js";

/**
 * JSON.stringify for plain data, in time slices: serialising a hundred boundaries takes as long as many other responses.
 * A single boundary is serialised at once.
 */
export async function stringifyCooperatively(value: unknown, scheduler: Scheduler): Promise<string> {
  const parts: string[] = [];
  for (const part of partsOf(value)) {
    parts.push(part);
    await scheduler.next();
  }
  return parts.join("");
}

type Fields = Readonly<Record<string, unknown>>;

/** The JSON in parts, none of which takes long to serialise. */
function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null || isSmall(value)) yield JSON.stringify(value) ?? "null";
  else if (Array.isArray(value)) yield* partsOfList(value);
  else yield* partsOfFields(value as Fields);
}

/** Whether the value is a geometry or contains no nested objects. */
function isSmall(value: object): boolean {
  if (Object.hasOwn(value, "coordinates")) return true;
  return Object.values(value).every((inside) => typeof inside !== "object" || inside === null);
}

function* partsOfList(list: readonly unknown[]): Generator<string> {
  let separator = "[";
  for (const item of list) {
    yield separator;
    yield* partsOf(item);
    separator = ",";
  }
  yield "]";
}

function* partsOfFields(fields: Fields): Generator<string> {
  let separator = "{";
  for (const [name, field] of Object.entries(fields)) {
    if (field === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* partsOf(field);
    separator = ",";
  }
  yield separator === "{" ? "{}" : "}";
}
