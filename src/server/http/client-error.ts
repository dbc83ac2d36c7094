import { type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

interface ClientError {
  readonly status: number;
  readonly detail: string;
}

const CLIENT_ERRORS: Readonly<Record<string, ClientError>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    detail: "URL and headers exceed 16,384 bytes; send long queries by POST.",
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: "The request did not arrive in time." },
};
const NOT_HTTP: ClientError = { status: 400, detail: "The request is not valid HTTP." };

/** Responds to requests that Node.js cannot parse. */
export function handleClientErrors(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const { status, detail } = CLIENT_ERRORS[error.code ?? ""] ?? NOT_HTTP;
    const title = STATUS_CODES[status] ?? "";
    const body = JSON.stringify({ status, title, detail });
    socket.end(
      [
        `HTTP/1.1 ${status} ${title}`,
        "Content-Type: application/problem+json",
        `Content-Length: ${Buffer.byteLength(body)}`,
        "Connection: close",
        "",
        body,
      ].join("\r\n"),
    );
  });
}
