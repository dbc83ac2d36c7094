/** Bytes of a file, first and last included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of a file that a Range header asks for. null for all of it: no header, or one that a server may pass over, as
 * it does several ranges and other units. "UNSATISFIABLE" for a part that begins after the end.
 *
 * @see RFC 9110, 14.1.2
 */
export function byteRange(header: string | undefined, fileBytes: number): ByteRange | "UNSATISFIABLE" | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(/[ \t]/g, "") ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  if (from === "") {
    const count = Number(to);
    return count === 0 || fileBytes === 0
      ? "UNSATISFIABLE"
      : { first: Math.max(0, fileBytes - count), last: fileBytes - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return null;
  if (first >= fileBytes) return "UNSATISFIABLE";
  return { first, last: to === "" ? fileBytes - 1 : Math.min(Number(to), fileBytes - 1) };
}
