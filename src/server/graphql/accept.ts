import Negotiator from "negotiator";

/** The media types of a response; a client without a preference gets the first. */
const RESPONSE_TYPES = ["application/json", "application/graphql-response+json"] as const;

export type ResponseType = (typeof RESPONSE_TYPES)[number];

// Responses are always UTF-8, and a parameter would have to match: without it, "application/json; charset=utf-8" gets 406.
const CHARSET_PARAMETER = /;\s*charset=[^,;]*/gi;

/**
 * The media type of a response that an Accept header prefers: by `q`, then by specificity, then by position (RFC 9110).
 *
 * null when neither is acceptable. Without a header it is application/json, for clients older than the specification of
 * GraphQL over HTTP.
 */
export function negotiateResponseType(accept: string | undefined): ResponseType | null {
  if (accept === undefined || accept === "" || accept === "*/*") return RESPONSE_TYPES[0];
  const negotiator = new Negotiator({ headers: { accept: accept.replaceAll(CHARSET_PARAMETER, "") } });
  const type = negotiator.mediaType(RESPONSE_TYPES);
  return RESPONSE_TYPES.find((one) => one === type) ?? null;
}
