/** The same query to each server, in its own schema. */
export interface BenchmarkQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, number>>;
}

const OURS = `query Spanning($minShare: Share, $sliverToleranceM: Float) {
  spanningAuthorities(minShare: $minShare, sliverToleranceM: $sliverToleranceM) {
    authority { code name }
    footprintCount
    shareOutsideMain
    overlaps { footprint { code name } population shareOfAuthorityPopulation }
  }
}`;

const POSTGRAPHILE = `query Spanning($minShare: Float, $sliverToleranceM: Float) {
  spanningAuthoritiesList(minShare: $minShare, sliverToleranceM: $sliverToleranceM) {
    code
    name
    footprintCount
    shareOutsideMain
    overlaps { footprintCode footprintName population shareOfAuthorityPopulation }
  }
}`;

/** Which upper-tier councils span footprints of 2017, by name, with the people and the share on each side. */
export const QUERIES = { ours: OURS, postgraphile: POSTGRAPHILE };

/** The body of a request, for wrk.lua to fill with unique arguments. */
export function uniqueBody(query: string): string {
  return JSON.stringify({ query, variables: { minShare: 0, sliverToleranceM: 0 } }).replaceAll(":0", ":%f");
}

/** Arguments that no earlier request had, in the range with 13 or 14 councils in the result. */
export function uniqueArguments(random: () => number): BenchmarkQuery["variables"] {
  return { minShare: random() / 100, sliverToleranceM: 150 + 100 * random() };
}
