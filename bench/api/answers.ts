import type { BenchmarkQuery } from "./benchmark-query.js";

/** A spanning council, as either server returns it. */
interface Spanning {
  readonly code: string;
  readonly footprintCount: number;
  readonly people: readonly number[];
}

/** A server's result, in the same form for both. */
export async function fetchSpanning(url: string, query: BenchmarkQuery): Promise<readonly Spanning[]> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(query),
  });
  const { data } = (await response.json()) as { readonly data: Readonly<Record<string, readonly Council[]>> };
  return Object.values(data)
    .flat()
    .map(({ code, authority, footprintCount, overlaps }) => ({
      code: code ?? authority?.code ?? "",
      footprintCount,
      people: overlaps.map(({ population }) => population),
    }));
}

interface Council {
  readonly code?: string;
  readonly authority?: { readonly code: string };
  readonly footprintCount: number;
  readonly overlaps: readonly { readonly population: number }[];
}
