import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

interface Link {
  readonly rel: string;
  readonly href: string;
  readonly type: string;
}

interface Items {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: readonly Link[];
  readonly features: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
}

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

const UPPER = "/ogc/collections/stp-2017-upper-tier/items";

async function get<Body>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Body> {
  const address = path.startsWith("http") ? path : `${server.address}${path}`;
  const response = await fetch(address, { headers });
  expect(response.status, path).toBe(200);
  return (await response.json()) as Body;
}

const rel = (links: readonly Link[], name: string) => links.find((link) => link.rel === name)?.href;

test("every link from the landing page leads somewhere, as the kind it says", async () => {
  const { links } = await get<{ links: Link[] }>("/ogc");

  for (const { href, type } of links) {
    const response = await fetch(href);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
  }
  expect(links.map((link) => link.rel)).toEqual(["self", "service-desc", "conformance", "data"]);
});

test("it says that it keeps to the core and GeoJSON", async () => {
  const { conformsTo } = await get<{ conformsTo: string[] }>("/ogc/conformance");

  for (const part of ["core", "geojson"]) {
    expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`);
  }
});

test("there is a collection for every layer of every edition", async () => {
  const { collections } = await get<{ collections: { id: string; extent: object }[] }>("/ogc/collections");
  const layers = ["footprints", "upper-tier", "lower-tier", "members", "overlaps", "borders", "scenario"];

  expect(collections.map(({ id }) => id)).toEqual(
    ["stp-2017", "icb-2024"].flatMap((edition) => layers.map((layer) => `${edition}-${layer}`)),
  );
});

test("the OpenAPI document has a path for every collection and a parameter for every property", async () => {
  const { paths } = await get<{ paths: Record<string, { get: { parameters: { name: string }[] } }> }>("/ogc/api");
  const { features } = await get<Items>(`${UPPER}?limit=1`);
  const parameters = paths["/collections/stp-2017-upper-tier/items"]?.get.parameters.map(({ name }) => name);

  expect(parameters).toEqual(["limit", "offset", "bbox", "datetime", ...Object.keys(features[0]!.properties)]);
});

test("an answer says how many features match and how many it holds", async () => {
  const items = await get<Items>(`${UPPER}?limit=10`);

  expect([items.numberMatched, items.numberReturned, items.features.length]).toEqual([152, 10, 10]);
});

test("next links lead through every feature once, in the order of their codes", async () => {
  const codes: string[] = [];
  for (let next: string | undefined = `${UPPER}?limit=50`; next !== undefined; ) {
    const items: Items = await get<Items>(next);
    codes.push(...items.features.map(({ id }) => id));
    next = rel(items.links, "next");
  }

  expect(codes).toHaveLength(152);
  expect(codes).toEqual([...new Set(codes)].sort());
});

test("a page in the middle leads back as well", async () => {
  const { links } = await get<Items>(`${UPPER}?limit=10&offset=20`);
  const before = await get<Items>(rel(links, "prev")!);

  expect(new URL(rel(links, "prev")!).searchParams.get("offset")).toBe("10");
  expect(before.numberReturned).toBe(10);
});

test("beyond the last feature there is none, and that is no fault", async () => {
  const { numberMatched, numberReturned } = await get<Items>(`${UPPER}?offset=1000`);

  expect([numberMatched, numberReturned]).toEqual([152, 0]);
});

test("a limit of a thousand million gives what there is", async () => {
  expect(await get<Items>(`${UPPER}?limit=1000000000`)).toMatchObject({ numberMatched: 152, numberReturned: 152 });
});

test("a box around the Isles of Scilly holds them alone", async () => {
  const { features } = await get<Items>(`${UPPER}?bbox=-6.5,49.8,-6.2,50`);

  expect(features.map(({ properties }) => properties.name)).toContain("Isles of Scilly");
});

test("a box over the sea holds nothing", async () => {
  expect(await get<Items>(`${UPPER}?bbox=-20,40,-19,41`)).toMatchObject({ numberMatched: 0, features: [] });
});

test("a box with heights is read without them", async () => {
  const flat = await get<Items>(`${UPPER}?bbox=-1,51,0,52`);
  const deep = await get<Items>(`${UPPER}?bbox=-1,51,0,0,52,100`);

  expect(deep.numberMatched).toBe(flat.numberMatched);
});

test.each([
  ["type=COUNTY", 27],
  ["type=COUNTY&footprintCount=1000", 0],
  ["name=Cornwall", 1],
  ["type=LONDON_BOROUGH", 33], // with the City
  // councils have no time of their own: every one selects them all
  ["type=COUNTY&datetime=2017-04-01", 27],
  ["type=COUNTY&datetime=1900-01-01T00:00:00Z/..", 27],
  ["type=COUNTY&datetime=/2030-01-01T00:00:00%2B01:00", 27],
])("%s matches as many councils as there are", async (filter, expected) => {
  expect((await get<Items>(`${UPPER}?${filter}`)).numberMatched).toBe(expected);
});

test("a truth value is matched as it is written", async () => {
  const { numberMatched } = await get<Items>("/ogc/collections/stp-2017-overlaps/items?isSliver=true");

  expect(numberMatched).toBe(0); // a sliver has no shape and stands in the tables only
});

test("one feature is had by its code", async () => {
  const feature = await get<{ id: string; links: Link[]; properties: object }>(`${UPPER}/E06000052`);

  expect(feature).toMatchObject({ type: "Feature", id: "E06000052", properties: { name: "Cornwall" } });
  expect(await get(rel(feature.links, "self")!)).toEqual(feature);
});

test("links give the address that a proxy says clients use", async () => {
  const proxy = { "x-forwarded-proto": "https", "x-forwarded-host": "maps.example" };
  const { links } = await get<Items>(`${UPPER}?limit=1`, proxy);

  for (const { href } of links) expect(href).toMatch(/^https:\/\/maps\.example\/ogc\/collections\//);
});

test("a client that has an answer gets 304", async () => {
  const first = await fetch(`${server.address}${UPPER}?limit=5`);
  const etag = first.headers.get("etag") ?? "";
  const again = await fetch(`${server.address}${UPPER}?limit=5`, { headers: { "if-none-match": etag } });

  expect([etag.startsWith('"'), again.status]).toEqual([true, 304]);
});

describe("bad input", () => {
  test.each([
    [`${UPPER}?bbox=1,2,3,4,5`, 400, "four numbers"],
    [`${UPPER}?bbox=a,b,c,d`, 400, "four numbers"],
    [`${UPPER}?bbox=`, 400, "four numbers"],
    [`${UPPER}?bbox=1,2,,4`, 400, "four numbers"],
    [`${UPPER}?bbox=0,52,1,51`, 400, "north"],
    [`${UPPER}?datetime=yesterday`, 400, "interval"],
    [`${UPPER}?datetime=2017-04-01/2017-05-01/2017-06-01`, 400, "interval"],
    [`${UPPER}?limit=0`, 400, "from 1"],
    [`${UPPER}?limit=-1`, 400, "from 1"],
    [`${UPPER}?limit=ten`, 400, "from 1"],
    [`${UPPER}?limit=1e2`, 400, "from 1"],
    [`${UPPER}?offset=-1`, 400, "from 0"],
    [`${UPPER}?limit=1&limit=2`, 400, "once"],
    [`${UPPER}?colour=red`, 400, "code, name, type"],
    [`${UPPER}?population=many`, 400, "a number"],
    [`${UPPER}?crs=EPSG:27700`, 400, "CRS84"],
    [`${UPPER}?f=html`, 400, "json or geojson"],
    [`${UPPER}/E99999999`, 404, "codes such as E"],
    [`${UPPER}/E06000052/more`, 404, "/ogc/collections"],
    ["/ogc/collections/stp-2017-wards/items", 404, "stp-2017-footprints"],
    ["/ogc/collections/stp-1948-footprints", 404, "stp-2017-footprints"],
    ["/ogc/collections/stp-2017-upper-tier/things", 404, "/ogc/collections"],
    ["/ogc/collections/..%2f..%2fpackage.json", 404, "stp-2017-footprints"],
    ["/ogc/collections/%252e%252e/items", 404, "stp-2017-footprints"],
    ["/ogc/collections/%ff/items", 400, "Malformed URL path"],
    ["/ogc/nothing", 404, "/ogc/conformance"],
    [`/ogc/collections/${"x".repeat(3000)}`, 404, "stp-2017-footprints"],
  ])("%s is %i and says what is allowed", async (path, status, allowed) => {
    const answer = await rawGet(path);

    expect([answer.status, answer.type]).toEqual([status, "application/problem+json"]);
    expect(JSON.parse(answer.text)).toMatchObject({ status });
    expect(JSON.parse(answer.text).detail).toContain(allowed);
    expect(answer.text.length).toBeLessThan(1500);
  });
});

/** Asks for a path just as it is written; fetch would tidy it. */
function rawGet(path: string): Promise<{ readonly status: number; readonly type: string; readonly text: string }> {
  const { hostname: host, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host, port, path }, async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", text });
    });
    sent.on("error", reject).end();
  });
}
