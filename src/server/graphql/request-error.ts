/** A request that is not one of GraphQL over HTTP, and the status that says so. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    readonly status: 400 | 406 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}
