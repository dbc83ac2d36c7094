import type { GraphiQLProps } from "graphiql";

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/** Sends a query to the page's own path, and gives the answer; what is not JSON becomes an error naming the status. */
export const postQuery: GraphiQLProps["fetcher"] = async (parameters) => {
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { accept: ACCEPT, "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.trim().slice(0, 200);
    throw new Error(`The server answered ${response.status} ${response.statusText}, not JSON: ${start}`, { cause });
  }
};
