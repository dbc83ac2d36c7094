import type { IncomingMessage, ServerResponse } from "node:http";

const A_DAY_SECONDS = "86400";

/** Answers a browser that asks whether a page of another origin may send its request: always, as all is public. */
export function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "content-type",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Expose-Headers": "ETag",
    "Access-Control-Max-Age": A_DAY_SECONDS,
    Allow: "GET, HEAD, POST, OPTIONS",
    Vary: "Access-Control-Request-Headers",
  });
  response.end();
}
