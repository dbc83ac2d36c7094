import type { Scheduler } from "./event-loop-scheduler.js";

/**
 * What JSON.stringify gives for plain data, written in turns: the text of a hundred boundaries takes as long as many other
 * answers do. A boundary is written in one go.
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

/** A text in parts, none of which takes long to write. */
function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null || isSmall(value)) yield JSON.stringify(value) ?? "null";
  else if (Array.isArray(value)) yield* partsOfList(value);
  else yield* partsOfFields(value as Fields);
}

/** Whether it is a boundary, or holds nothing that holds something. */
function isSmall(value: object): boolean {
  if (Object.hasOwn(value, "coordinates")) return true;
  return Object.values(value).every((inside) => typeof inside !== "object" || inside === null);
}

function* partsOfList(list: readonly unknown[]): Generator<string> {
  let sign = "[";
  for (const item of list) {
    yield sign;
    yield* partsOf(item);
    sign = ",";
  }
  yield "]";
}

function* partsOfFields(fields: Fields): Generator<string> {
  let sign = "{";
  for (const [name, field] of Object.entries(fields)) {
    if (field === undefined) continue;
    yield `${sign}${JSON.stringify(name)}:`;
    yield* partsOf(field);
    sign = ",";
  }
  yield sign === "{" ? "{}" : "}";
}
