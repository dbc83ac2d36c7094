/** Records an error for the operator; clients never see it. */
export type LogError = (message: string, error: unknown) => void;

/** A failure as one line of JSON: time, message, and the error with its stack and causes. */
export function logLine(message: string, error: unknown, now: Date = new Date()): string {
  return JSON.stringify({ time: now.toISOString(), level: "error", message, error: describeError(error) });
}

interface ErrorDescription {
  readonly name?: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly cause?: ErrorDescription;
}

function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}
