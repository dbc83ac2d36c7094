import { type HostileRequest, queryRequest } from "./hostile-request.js";

const limited = { status: 400, code: "LIMIT_EXCEEDED" };

function times(count: number, text: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => text(i)).join(" ");
}

function nested(count: number): string {
  return `${"{ footprints { nodes { overlaps { authority { overlaps { footprint ".repeat(count)}{ code }${" } } } } } }".repeat(count)}`;
}

/** Queries that are well formed and too much. */
export const OVERSIZED_QUERIES: readonly HostileRequest[] = [
  queryRequest("1,000 aliases", `{ ${times(1_000, (i) => `a${i}: editions { id }`)} }`, {
    ...limited,
    message: /1,000 fields at the top level; at most 20|1,000 aliases; at most 40/,
  }),
  queryRequest("60 aliases inside", `{ editions { ${times(60, (i) => `a${i}: id`)} } }`, {
    ...limited,
    message: /60 aliases; at most 40/,
  }),
  queryRequest("30 fields at the top", `{ ${times(30, () => "editions { id }")} }`, {
    ...limited,
    message: /30 fields at the top level; at most 20/,
  }),
  queryRequest(
    "fields inside fields",
    nested(6).replace(/footprint \{ footprints/g, "footprint { name overlaps { footprint { name } } footprints"),
    { ...limited, message: /deep; at most 20/ },
  ),
  queryRequest("2,000 braces", `${"{ editions ".repeat(2_000)}${"}".repeat(2_000)}`, {
    ...limited,
    message: /deep; at most 20/,
  }),
  queryRequest("the same field 3,000 times", `{ editions { ${times(3_000, () => "id")} } }`, {
    ...limited,
    message: /3,001 fields.*at most 800/,
  }),
  queryRequest(
    "a thousand million fields in 30 fragments",
    `{ ...F0 } ${times(30, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on Query { editions { id } }`,
    { ...limited, message: /fields/ },
  ),
  queryRequest("a hundred directives", `{ editions { ${times(100, (i) => `a${i % 40}: id @include(if: true)`)} } }`, {
    ...limited,
    message: /directives; at most 40|aliases; at most 40/,
  }),
  queryRequest(
    "a hundred directives without aliases",
    `{ editions { id ${times(100, () => "@include(if: true)")} } }`,
    {
      ...limited,
      message: /100 directives; at most 40/,
    },
  ),
  queryRequest("9,000 tokens", `{ search(text: [${times(9_000, () => "1")}]) { __typename } }`, {
    ...limited,
    message: /9,0\d\d tokens; at most 8,000/,
  }),
  queryRequest(
    "overlaps of overlaps of overlaps",
    "{ footprints { nodes { overlaps(tier: LOWER) { authority { overlaps { footprint { overlaps(tier: LOWER) { authority { overlaps { population areaKm2 footprint { overlaps(tier: LOWER) { population } } } } } } } } } } } }",
    { ...limited, message: /would cost [\d,.]+ points; at most 100,000/ },
  ),
  queryRequest("every boundary at full detail", "{ authorities(tier: LOWER) { nodes { boundary(detail: FULL) } } }", {
    ...limited,
    message: /would cost/,
  }),
  queryRequest(
    "boundaries asked for by a variable",
    "query ($detail: Detail) { authorities(tier: LOWER) { nodes { boundary(detail: $detail) } } }",
    { ...limited, variables: { detail: "FULL" }, message: /would cost/ },
  ),
  queryRequest(
    "the schema inside the schema",
    `{ __schema { ${"types { fields { type { ".repeat(6)} name ${"} } }".repeat(6)} } }`,
    {
      status: 400,
      code: "GRAPHQL_VALIDATION_FAILED",
      message: /introspection depth/,
    },
  ),
];
