import { expect, test } from "vitest";
import { negotiateResponseType } from "../../../src/server/graphql/accept.js";
import { negotiateEncoding } from "../../../src/server/http/encoded-body.js";

const JSON_TYPE = "application/json";
const GRAPHQL_TYPE = "application/graphql-response+json";

test.each([
  [undefined, JSON_TYPE],
  ["", JSON_TYPE],
  ["*/*", JSON_TYPE],
  ["application/*", JSON_TYPE],
  ["application/json", JSON_TYPE],
  ["application/json; charset=utf-8", JSON_TYPE],
  ["APPLICATION/JSON", JSON_TYPE],
  ["application/graphql-response+json", GRAPHQL_TYPE],
  ["application/graphql-response+json, application/json;q=0.9", GRAPHQL_TYPE],
  ["application/json;q=0.5, application/graphql-response+json", GRAPHQL_TYPE],
  ["application/json, application/graphql-response+json", JSON_TYPE],
  ["application/graphql-response+json, application/json", GRAPHQL_TYPE],
  ["application/json, multipart/mixed", JSON_TYPE],
  ["*/*, application/graphql-response+json", GRAPHQL_TYPE],
  ["application/json;q=0, */*", GRAPHQL_TYPE],
  ["text/html, image/png", null],
  ["application/json;q=0", null],
])("Accept: %s is answered in %s", (accept, type) => {
  expect(negotiateResponseType(accept)).toBe(type);
});

test.each([
  [undefined, null],
  ["", null],
  ["identity", null],
  ["gzip, deflate, br", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br;q=0.2, gzip", "gzip"],
  ["BR", "br"],
  ["*", "br"],
  ["*;q=0", null],
  ["br;q=0, *", "gzip"],
])("Accept-Encoding: %s is answered in %s", (acceptEncoding, coding) => {
  expect(negotiateEncoding(acceptEncoding)).toBe(coding);
});
