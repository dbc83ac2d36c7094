/** A query that the page's address asks for. */
export interface LinkedQuery {
  readonly query: string;
  /** JSON text; empty when there are none. */
  readonly variables: string;
  readonly operationName: string | null;
}

/** The query in `?query=…&variables=…&operationName=…`, with its variables laid out; null when there is none. */
export function queryFromUrl(search: string): LinkedQuery | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get("query")?.trim();
  if (!query) return null;

  const operationName = parameters.get("operationName") || null;
  return { query, variables: formatVariables(parameters.get("variables") ?? ""), operationName };
}

// What is not JSON is shown as it came: the editor underlines the mistake.
function formatVariables(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    return value === null ? "" : JSON.stringify(value, null, 2);
  } catch {
    return json;
  }
}
