/** More is asked for than can be made soon; the message says what, and what to do. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}
