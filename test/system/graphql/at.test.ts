import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";
import { openRealApi, type RealApi } from "./real-api.js";

const AT = `
  query ($longitude: Float!, $latitude: Float!, $edition: ID) {
    at(longitude: $longitude, latitude: $latitude, edition: $edition) {
      footprint { name } upperTier { name } lowerTier { name } member { name }
    }
  }`;

let api: RealApi;

beforeAll(async () => {
  api = await openRealApi();
}, BUILD_TIMEOUT_MS);
afterAll(() => api.close());

async function at(place: readonly [number, number], edition: string): Promise<readonly (string | null)[]> {
  const [longitude, latitude] = place;
  const answer = await api.ask<{ at: Record<string, { name: string } | null> }>(AT, { longitude, latitude, edition });
  return ["footprint", "upperTier", "lowerTier", "member"].map((key) => answer.at[key]?.name ?? null);
}

// Landmarks and where anybody knows them to be.
test.each([
  ["the Palace of Westminster", [-0.1246, 51.4994], "stp-2017", ["North West London", "Westminster", "Westminster"]],
  ["Carlisle Castle", [-2.9418, 54.8971], "stp-2017", ["West, North and East Cumbria", "Cumbria", "Carlisle"]],
  ["Skipton Castle", [-2.0141, 53.9633], "stp-2017", ["West Yorkshire", "North Yorkshire", "Craven"]],
  [
    "Hugh Town",
    [-6.3137, 49.9142],
    "stp-2017",
    ["Cornwall and the Isles of Scilly", "Isles of Scilly", "Isles of Scilly"],
  ],
  [
    "Carlisle Castle",
    [-2.9418, 54.8971],
    "icb-2024",
    ["NHS North East and North Cumbria Integrated Care Board", "Cumberland", "Cumberland"],
  ],
  [
    "Skipton Castle",
    [-2.0141, 53.9633],
    "icb-2024",
    ["NHS West Yorkshire Integrated Care Board", "North Yorkshire", "North Yorkshire"],
  ],
] as const)("%s lies where it lies (%s, %s)", async (_, place, edition, [footprint, upper, lower]) => {
  const [ofFootprint, ...councils] = await at(place, edition);

  expect(ofFootprint?.toLowerCase()).toContain(footprint.toLowerCase());
  expect(councils.slice(0, 2)).toEqual([upper, lower]);
});

test.each([
  ["the North Sea", [3, 56]],
  ["Cardiff", [-3.179, 51.481]],
  ["Null Island", [0, 0]],
  ["the North Pole", [0, 90]],
] as const)("nothing lies at %s", async (_, place) => {
  expect(await at(place, "stp-2017")).toEqual([null, null, null, null]);
});

test("every area's label lies in the area", async () => {
  const { footprints, authorities } = await api.ask<{
    footprints: { nodes: { name: string; centre: [number, number] }[] };
    authorities: { nodes: { name: string; centre: [number, number] }[] };
  }>("{ footprints { nodes { name centre } } authorities { nodes { name centre } } }");

  for (const { name, centre } of footprints.nodes) expect((await at(centre, "stp-2017"))[0]).toBe(name);
  for (const { name, centre } of authorities.nodes) expect((await at(centre, "stp-2017"))[1]).toBe(name);
});

test.each([
  [{ longitude: 181, latitude: 52 }, "longitude is 181; expected degrees from -180 to 180, east positive"],
  [{ longitude: -1, latitude: 152 }, "latitude is 152; expected degrees from -90 to 90, north positive"],
])("a place that is not on Earth is refused: %o", async (place, message) => {
  expect(await api.refusal(AT, place)).toEqual({ name: "BadInputError", message });
});
