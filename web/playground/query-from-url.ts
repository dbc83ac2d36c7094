/** A query in the page's address. */
export interface LinkedQuery {
  readonly query: string;
  /** JSON text; empty when there are none. */
  readonly variables: string;
  readonly operationName: string | null;
}

/** The query in `?query=…&variables=…&operationName=…`, with its variables formatted; null when there is none. */
export function queryFromUrl(search: string): LinkedQuery | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get("query")?.trim();
  if (!query) return null;

  const operationName = parameters.get("operationName") || null;
  return { query, variables: formatVariables(parameters.get("variables") ?? ""), operationName };
}

// Invalid JSON is left as it is: the editor underlines the error.
function formatVariables(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return value === null ? "" : JSON.stringify(value, null, 2);
  } catch {
    return json;
  }
}
