/** A GraphQL query with its variables. `Answer` is the shape of its data. */
export interface Query<Result> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Only for the type. */
  readonly result?: Result;
}

/** The address of the playground with a question in it, ready to run. */
export function playgroundUrl({ query, variables }: Query<unknown>): string {
  const parameters = new URLSearchParams({ query: query.trim(), variables: JSON.stringify(variables) });
  return `/graphql?${parameters}`;
}
