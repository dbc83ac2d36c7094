import { readdirSync, readFileSync } from "node:fs";

/** A query with a descriptive name. */
export interface NamedQuery {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const OPERATIONS = new URL("../../schema/operations/", import.meta.url);

/** The example operations, and queries close to the limits. */
export function costlyQueries(): readonly NamedQuery[] {
  const operations = readdirSync(OPERATIONS)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => ({ name, query: readFileSync(new URL(name, OPERATIONS), "utf8") }));
  return [...operations, ...COSTLY, ...polygons()];
}

const OVERLAP = `areaKm2 population shareOfFootprintArea shareOfAuthorityArea shareOfFootprintPopulation
  shareOfAuthorityPopulation thicknessM isSliver sliverReason`;

const COSTLY: readonly NamedQuery[] = [
  { name: "footprints at FULL detail", query: "{ footprints(first: 30) { nodes { code boundary(detail: FULL) } } }" },
  {
    name: "lower-tier councils at MEDIUM detail",
    query: "{ authorities(tier: LOWER, first: 200) { nodes { code boundary } } }",
  },
  {
    name: "500 overlaps with all their figures",
    query: `{ overlaps(includeSlivers: true) { nodes { footprint { code name } authority { code name type } ${OVERLAP} } } }`,
  },
  {
    name: "overlaps inside councils inside footprints",
    query: `{ footprints { nodes { name overlaps(tier: LOWER) { authority { name overlaps { footprint { name } ${OVERLAP} } } } } } }`,
  },
  {
    name: "coterminosity of all with both tiers",
    query:
      "{ footprints { nodes { u: coterminosity { verdict summary agreementArea wholeAuthorities { name } partAuthorities { population } } l: coterminosity(tier: LOWER) { verdict summary agreementArea } } } }",
  },
  { name: "claims", query: "{ claims { id verdict computed explanation } }" },
  {
    name: "sensitivity on both tiers",
    query:
      "{ u: spanningSensitivity { fromShare toShare count leaving { name } } l: spanningSensitivity(tier: LOWER) { fromShare toShare count leaving { name } } }",
  },
  {
    name: "scenario with redrawn boundaries",
    query: "{ scenario { councilsMoved footprints { footprint { name } boundary(detail: LOW) } } }",
  },
  {
    name: "search with typing errors",
    query:
      '{ a: search(text: "northhamptonshir and peterboro") { __typename } b: search(text: "hiryfordsheer", first: 500) { __typename } }',
  },
];

/** A circle over the Midlands with a number of positions. */
function polygons(): readonly NamedQuery[] {
  return [1_000, 10_000, 25_000].map((count) => {
    const ring = Array.from({ length: count - 1 }, (_, i) => {
      const angleRad = (2 * Math.PI * i) / (count - 1);
      return [-1.5 + 1.2 * Math.cos(angleRad), 52.7 + 0.9 * Math.sin(angleRad)];
    });
    return {
      name: `a polygon of ${count.toLocaleString("en-GB")} positions`,
      query:
        "query ($geometry: GeoJSONGeometry!) { overlapWith(geometry: $geometry, layer: LOWER_TIER) { name areaKm2 shareOfGeometry thicknessM } }",
      variables: { geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] } },
    };
  });
}
