/**
 * How much a client wants something, 0 to 1, by the `q` of an Accept or Accept-Encoding header (RFC 9110, 12.5).
 *
 * @param names what it may go by, the most exact first, in lower case: the first that the header names decides
 */
export function quality(header: string, names: readonly string[]): number {
  const items = header.toLowerCase().split(",").map(parsedItem);
  for (const name of names) {
    const item = items.find((candidate) => candidate.name === name);
    if (item !== undefined) return item.q;
  }
  return 0;
}

function parsedItem(item: string): { readonly name: string; readonly q: number } {
  const [name = "", ...parameters] = item.split(";").map((part) => part.trim());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const value = q === undefined ? 1 : Number(q.slice(2));
  return { name, q: Number.isFinite(value) ? value : 1 };
}
