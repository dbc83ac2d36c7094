/** Whether an If-None-Match header names this entity tag, so that 304 is answer enough; weak tags compare as strong. */
export function ifNoneMatchNames(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const named = header.split(",").map((item) => item.trim().replace(/^W\//, ""));
  return named.includes(etag) || named.includes("*");
}
