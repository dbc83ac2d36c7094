import type { ServerResponse } from "node:http";

/** Sends a problem as RFC 9457 has it: what is wrong, and what is allowed. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  { title, detail }: { readonly title: string; readonly detail: string },
): void {
  send(response, status, { type: "application/problem+json", body: JSON.stringify({ status, title, detail }) });
}

function send(
  response: ServerResponse,
  status: number,
  { type, body }: { readonly type: string; readonly body: string },
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    "X-Content-Type-Options": "nosniff",
  });
  response.end(body);
}
