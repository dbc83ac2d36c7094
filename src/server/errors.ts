/** The server's processes cannot serve. */
export class ClusterError extends Error {
  override readonly name = "ClusterError";
}

const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: "something listens there already: stop it, or set PORT to another number",
  EACCES: "this user may not: set PORT to a number from 1024",
  EADDRNOTAVAIL: "this machine has no such address: set HOST to one that it has, such as 127.0.0.1",
  ENOTFOUND: "there is no such host: set HOST to an address that this machine has, such as 127.0.0.1",
};

/** A server cannot listen where it was told to. */
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

/** More is asked for than can be made soon; the message says what, and what to do. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}
