/** A question that got no usable answer; the message says why, in words for the reader. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    message: string,
    /** Whether asking again may help. */
    readonly isPassing: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
