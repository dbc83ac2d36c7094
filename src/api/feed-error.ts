/**
 * A request to a feed (maps, tiles, OGC collections) that cannot be served.
 *
 * The status is 404 for an address that does not exist and 400 for an invalid parameter; the message says what is allowed.
 */
export class FeedError extends Error {
  override readonly name = "FeedError";

  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
  }
}
