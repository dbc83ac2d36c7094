import type { VariablesOf } from "gql.tada";
import type { DataOf } from "./graphql.js";

/** A GraphQL query with its variables. */
export interface Query<Result> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Carries the type of the data only; never set. */
  readonly result?: Result;
}

/** A document with values for its variables. */
export function bind<Document>(
  document: Document,
  variables: DeepReadonly<VariablesOf<Document>>,
): Query<DataOf<Document>> {
  return { query: document as string, variables: variables as Query<unknown>["variables"] };
}

type DeepReadonly<Value> = Value extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> }
    : Value;

/** The address of the playground with a query in it, ready to run. */
export function playgroundUrl({ query, variables }: Query<unknown>): string {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return `/graphql?${parameters}`;
}
