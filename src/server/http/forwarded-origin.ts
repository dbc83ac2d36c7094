import type { IncomingMessage } from "node:http";

const HOST = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The origin at which clients reach this server: `https://maps.example`. From X-Forwarded-Proto and X-Forwarded-Host as a
 * proxy sets them, otherwise from Host. An invalid Host is never echoed; falls back to the socket's address.
 */
export function forwardedOrigin({ headers, socket }: IncomingMessage): string {
  const proto = first(headers["x-forwarded-proto"])?.toLowerCase() === "https" ? "https" : "http";
  const validHost = [first(headers["x-forwarded-host"]), headers.host].find(
    (host) => host !== undefined && HOST.test(host),
  );
  return `${proto}://${validHost ?? socketHost(socket)}`;
}

function first(header: string | readonly string[] | undefined): string | undefined {
  return (typeof header === "string" ? header : header?.[0])?.split(",")[0]?.trim();
}

function socketHost({ localAddress = "127.0.0.1", localPort = 80 }: IncomingMessage["socket"]): string {
  return localAddress.includes(":") ? `[${localAddress}]:${localPort}` : `${localAddress}:${localPort}`;
}
