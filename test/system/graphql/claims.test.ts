import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

interface Claim {
  readonly id: string;
  readonly reported: string;
  readonly computed: string;
  readonly verdict: string;
  readonly explanation: string;
}

let api: RealApi;
let claims: ReadonlyMap<string, Claim>;

beforeAll(async () => {
  api = await openRealApi();
  const answer = await api.ask<{ claims: Claim[] }>("{ claims { id reported computed verdict explanation } }");
  claims = new Map(answer.claims.map((claim) => [claim.id, claim]));
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

describe("seven councils in more than one footprint", () => {
  test("depends on the councils meant and the share that counts", () => {
    expect(claims.get("seven-councils")).toMatchObject({ verdict: "DEPENDS", reported: "7" });
  });

  test.each([
    ["14 upper-tier councils span at all", "14 upper-tier councils"],
    ["counties above 4.21 %", "for county councils when the least share that counts is above 4.21% and up to 12.23%"],
    [
      "all of the tier above 14.22 %",
      "for all upper-tier councils when the least share that counts is above 14.22% and up to 15.46%",
    ],
    ["counties at 5 %, by name", "Cumbria, Essex, Hampshire, North Yorkshire, Nottinghamshire, Suffolk and Surrey"],
  ])("says so: %s", (_, words) => {
    expect(claims.get("seven-councils")?.explanation).toContain(words);
  });
});

test.each([
  ["essex-in-three", "AGREES", "3"],
  ["surrey-in-three", "AGREES", "3"],
  ["surrey-in-four", "DIFFERS", "3"],
])("%s %s: %s", (id, verdict, computed) => {
  expect(claims.get(id)).toMatchObject({ verdict, computed });
});

test("Northamptonshire is not coterminous, and by how much is said", () => {
  const northamptonshire = [...claims.values()].find(({ explanation }) =>
    explanation.startsWith("The Northamptonshire"),
  );

  expect(northamptonshire?.verdict).toBe("DIFFERS");
  expect(northamptonshire?.explanation).toContain("16,822 people of Northamptonshire");
});

test("Lancashire's five systems rest on the same article, so nothing confirms them", () => {
  const lancashire = [...claims.values()].find(({ computed }) => computed.includes("same article"));

  expect(lancashire?.verdict).toBe("NOT_CHECKABLE");
  expect(lancashire?.explanation).toContain("cites the same article");
});

test("leaders from councils are a bound while 18 of 44 leaders are not known", () => {
  const leaders = [...claims.values()].find(({ computed }) => computed === "at least four");
  const bound = [...claims.values()].find(({ explanation }) => explanation.includes("26 of 44 leaders"));

  expect(leaders ?? bound).toBeDefined();
  expect(bound?.computed).toMatch(/^at least (four|4)$/);
});

test("the rating counts 14 and 19 are explained against each other", () => {
  const rated = [...claims.values()].filter(({ reported }) => reported === "14" || reported === "19");

  expect(rated.map(({ reported }) => reported).sort()).toEqual(["14", "19"]);
  for (const { reported, explanation } of rated) expect(explanation).toContain(reported === "14" ? "19" : "14");
});

test("an edition of which nothing was reported has no claims", async () => {
  expect(await api.ask(`{ claims(edition: "icb-2024") { id } }`)).toEqual({ claims: [] });
});
