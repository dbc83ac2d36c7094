/** The processes of the server cannot start. */
export class ClusterError extends Error {
  override readonly name = "ClusterError";
}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use: stop the other program, or set PORT to another number",
  EACCES: "permission denied: set PORT to a number from 1024",
  EADDRNOTAVAIL: "this machine does not have the address: set HOST to one of its own, such as 127.0.0.1",
  ENOTFOUND: "unknown host: set HOST to an address of this machine, such as 127.0.0.1",
};

/** A server cannot listen on the configured host and port. */
export class ListenError extends Error {
  override readonly name = "ListenError";

  constructor(
    readonly host: string,
    readonly port: number,
    cause: NodeJS.ErrnoException,
  ) {
    super(`cannot listen on ${host}, port ${port}: ${REMEDIES[cause.code ?? ""] ?? cause.message}`, { cause });
  }
}

/** A queue is full; the message says which, and what to do. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}
