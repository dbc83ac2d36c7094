import { graphql } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { createCatalog } from "../../../src/api/context.js";
import { createSchema } from "../../../src/api/graphql/schema.js";
import { type IndexedFacts, indexFacts } from "../../../src/model/facts.js";
import { BUILD_TIMEOUT_MS, realFacts } from "../../support/real-store.js";

const schema = await createSchema();
let facts: IndexedFacts;

beforeAll(async () => {
  facts = withoutPeople(await realFacts("stp-2017"));
}, BUILD_TIMEOUT_MS);

function answer(source: string) {
  const { edition } = facts;
  const catalog = createCatalog({
    dataVersion: "test",
    defaultEditionId: edition.id,
    editions: new Map([[edition.id, facts]]),
  });
  return graphql({ schema, source, contextValue: { catalog } });
}

describe("where nobody knows the people,", () => {
  test.each([
    "{ spanningAuthorities { footprintCount } }",
    "{ spanningSensitivity { count } }",
    "{ overlaps(minShare: 0.1) { totalCount } }",
    "{ scenario { councilsMoved } }",
    "{ edition { agreement { vMeasure } } }",
    '{ authority(code: "E10000021") { mainFootprint { code } } }',
    '{ footprint(code: "E54000020") { coterminosity { mostlyInside { code } } } }',
  ])("%s is refused, with the remedy", async (query) => {
    const { errors } = await answer(query);

    expect(errors?.map(({ originalError }) => originalError?.name)).toEqual(["UnknownPopulationError"]);
    expect(errors?.[0]?.message).toContain("AREA");
  });

  test.each([
    "{ spanningAuthorities(weight: AREA) { footprintCount overlaps { population shareOfAuthorityPopulation } } }",
    "{ spanningSensitivity(weight: AREA) { count } }",
    "{ overlaps(minShare: 0.1, weight: AREA) { totalCount } }",
    "{ overlaps { totalCount nodes { population shareOfFootprintPopulation } } }",
    "{ scenario(weight: AREA) { councilsMoved populationMoved moves { population } } }",
    "{ edition { populationBasis agreement(weight: AREA) { vMeasure } } }",
    "{ footprints { nodes { population coterminosity { agreementPopulation verdict summary } } } }",
    "{ claims { computed verdict explanation } }",
  ])("%s is answered by area, people null", async (query) => {
    const { data, errors } = await answer(query);

    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).not.toMatch(/"(population\w*|shareOf\w+Population|agreementPopulation)":[^n]/);
  });
});

function withoutPeople({ edition, footprints, authorities, members, overlaps, ...rest }: IndexedFacts): IndexedFacts {
  const bare = <Area>(areas: readonly Area[]) => areas.map((area) => ({ ...area, population: null }));
  return indexFacts({
    ...rest,
    edition: { ...edition, populationBasis: null },
    footprints: bare(footprints),
    authorities: bare(authorities),
    members: bare(members),
    overlaps: bare(overlaps),
  });
}
