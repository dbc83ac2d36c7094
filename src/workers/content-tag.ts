import { createHash } from "node:crypto";

/** A name for bytes that no others have: the same content has the same on every server. Some 30 ms for 40 MB. */
export function contentTag(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
}
