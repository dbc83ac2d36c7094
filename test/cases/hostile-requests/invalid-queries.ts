import { type HostileRequest, queryRequest } from "./hostile-request.js";

const invalid = { status: 400, code: "GRAPHQL_VALIDATION_FAILED" };
const unreadable = { status: 400, code: "GRAPHQL_PARSE_FAILED" };
/** A field that cannot be answered: the rest of the query can, so it is an answer. */
const refused = { status: 200, code: "BAD_USER_INPUT" };
const unfit = { status: 400, code: "BAD_USER_INPUT" };

/** Queries that are wrong. */
export const INVALID_QUERIES: readonly HostileRequest[] = [
  queryRequest("a brace that is not closed", "{ editions { id }", {
    ...unreadable,
    message: /Expected Name, found <EOF>/,
  }),
  queryRequest("a null byte between fields", "{ editions\u0000 { id } }", { ...unreadable, message: /U\+0000/ }),
  queryRequest("only a comment", "# nothing", { ...unreadable, message: /Unexpected <EOF>/ }),
  queryRequest("names in Cyrillic", "{ еditions { id } }", { ...unreadable, message: /U\+0435/ }),
  queryRequest("a bidirectional override", "{ editions\u202e { id } }", { ...unreadable, message: /U\+202E/ }),
  queryRequest("a field that is nearly right", "{ editionz { id } }", { ...invalid, message: /Did you mean "edition/ }),
  queryRequest("an argument that is nearly right", "{ spanningAuthorities(minshare: 0) { footprintCount } }", {
    ...invalid,
    message: /Did you mean "minShare"/,
  }),
  queryRequest("no selection", "{ editions }", { ...invalid, message: /must have a selection of subfields/ }),
  queryRequest("a selection of a number", "{ footprints { totalCount { x } } }", {
    ...invalid,
    message: /must not have a selection/,
  }),
  queryRequest("an enum value that is none", "{ spanningAuthorities(tier: MIDDLE) { footprintCount } }", {
    ...invalid,
    message: /"MIDDLE" does not exist in "Tier"/,
  }),
  queryRequest("an enum value in quotes", '{ spanningAuthorities(tier: "UPPER") { footprintCount } }', {
    ...invalid,
    message: /cannot represent non-enum value: "UPPER"/,
  }),
  queryRequest("NaN as a share", "{ spanningAuthorities(minShare: NaN) { footprintCount } }", {
    ...invalid,
    message: /a number from 0 to 1/,
  }),
  queryRequest("a share over 1", "{ spanningAuthorities(minShare: 5) { footprintCount } }", {
    ...invalid,
    message: /from 0 to 1.*5/,
  }),
  queryRequest("a number that is no 32-bit one", "{ footprints(first: 10000000000) { totalCount } }", {
    ...invalid,
    message: /32-bit/,
  }),
  queryRequest(
    "a share over 1 as a variable",
    "query ($s: Share) { spanningAuthorities(minShare: $s) { footprintCount } }",
    {
      ...unfit,
      variables: { s: 2 },
      message: /from 0 to 1.*2/,
    },
  ),
  queryRequest(
    "an infinite tolerance",
    "query ($t: Float) { spanningAuthorities(sliverToleranceM: $t) { footprintCount } }",
    {
      ...unfit,
      variables: { t: "Infinity" },
      message: /Float cannot represent/,
    },
  ),
  queryRequest("a list for a text", "query ($t: String!) { search(text: $t) { __typename } }", {
    ...unfit,
    variables: { t: ["x"] },
    message: /String cannot represent/,
  }),
  queryRequest("a variable that is missing", "query ($t: String!) { search(text: $t) { __typename } }", {
    ...unfit,
    message: /"\$t" of required type/,
  }),
  queryRequest("a variable that is not declared", "{ search(text: $t) { __typename } }", {
    ...invalid,
    message: /"\$t" is not defined/,
  }),
  queryRequest("a variable that is not used", "query ($t: String) { editions { id } }", {
    ...invalid,
    message: /"\$t" is never used/,
  }),
  queryRequest("a directive that is none", "{ editions @nope { id } }", {
    ...invalid,
    message: /Unknown directive "@nope"/,
  }),
  queryRequest("@defer, which is not had here", "{ ... @defer { editions { id } } }", {
    ...invalid,
    message: /Unknown directive "@defer"/,
  }),
  queryRequest("a mutation", "mutation { drop }", { ...invalid, message: /no mutations/ }),
  queryRequest("a subscription", "subscription { editions { id } }", { ...invalid, message: /no subscriptions/ }),
  queryRequest("two operations and no name", "query A { editions { id } } query B { editions { id } }", {
    status: 400,
    code: "OPERATION_RESOLUTION_FAILURE",
    message: /Must provide operation name/,
  }),
  queryRequest(
    "fragments that spread each other",
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    {
      ...invalid,
      message: /Cannot spread fragment "A" within itself/,
    },
  ),
  queryRequest("a fragment of nothing", "{ ...Missing }", { ...invalid, message: /Unknown fragment "Missing"/ }),
  queryRequest("fields that conflict", '{ search(text: "a") { __typename } search(text: "b") { __typename } }', {
    ...invalid,
    message: /conflict/,
  }),
  queryRequest("fewer than no items", "{ footprints(first: -1) { totalCount } }", { ...refused, message: /-1/ }),
  queryRequest("more items than a page holds", "{ footprints(first: 501) { totalCount } }", {
    ...refused,
    message: /501.*500/,
  }),
  queryRequest("a forged cursor", '{ footprints(after: "Zm9yZ2Vk") { totalCount } }', {
    ...refused,
    message: /cursor/,
  }),
  queryRequest("a cursor of another list", '{ overlaps(after: "RTU0MDAwMDA4") { totalCount } }', {
    ...refused,
    message: /cursor/,
  }),
  queryRequest("a cursor that is a path", '{ footprints(after: "../../etc/passwd") { totalCount } }', {
    ...refused,
    message: /cursor/,
  }),
  queryRequest("an edition that does not exist", '{ footprints(edition: "stp-1066") { totalCount } }', {
    ...refused,
    message: /stp-1066.*stp-2017/,
  }),
  queryRequest("an edition that is a path", '{ footprints(edition: "../stp-2017") { totalCount } }', {
    ...refused,
    message: /lower-case letters/,
  }),
  queryRequest("a code that is cut off", '{ footprint(code: "E5400004") { name } }', {
    ...refused,
    message: /E5400004.*8 digits/,
  }),
  queryRequest("a code that is SQL", '{ footprint(code: "E54000008\' or 1=1 --") { name } }', {
    ...refused,
    message: /is not a footprint code/,
  }),
  queryRequest("a code with a null byte", '{ footprint(code: "E54000008\\u0000") { name } }', {
    ...refused,
    message: /is not a footprint code/,
  }),
  queryRequest("councils in no footprint", "{ spanningAuthorities(minFootprints: 0) { footprintCount } }", {
    ...refused,
    message: /minFootprints is 0/,
  }),
  queryRequest("a tolerance below 0", "{ spanningAuthorities(sliverToleranceM: -1) { footprintCount } }", {
    ...refused,
    message: /-1/,
  }),
  queryRequest("a search for a long text", `{ search(text: "${"x".repeat(201)}") { __typename } }`, {
    ...refused,
    message: /201 characters/,
  }),
];
