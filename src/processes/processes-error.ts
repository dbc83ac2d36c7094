/** The server's processes cannot serve. */
export class ProcessesError extends Error {
  override readonly name = "ProcessesError";
}
