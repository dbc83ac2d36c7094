import { type HostileRequest, queryRequest } from "./hostile-request.js";

const refused = { status: 200, code: "BAD_USER_INPUT" };
const unfit = { status: 400, code: "BAD_USER_INPUT" };

type Expected = { readonly status: number; readonly code: string; readonly message: RegExp };

function polygon(name: string, geometry: unknown, expected: Expected): HostileRequest {
  const text =
    "query ($geometry: GeoJSONGeometry!) { overlapWith(geometry: $geometry, layer: UPPER_TIER) { code areaKm2 } }";
  return queryRequest(name, text, { ...expected, variables: { geometry } });
}

function ring(...positions: readonly unknown[]): object {
  return { type: "Polygon", coordinates: [positions] };
}

type OpenRing = readonly (readonly [number, number])[];

const SMALL_HOLE: OpenRing = [
  [-0.3, 52.1],
  [-0.1, 52.1],
  [-0.1, 52.3],
];

// A triangle with holes.
function holed(...holes: readonly OpenRing[]): unknown {
  const outer: OpenRing = [
    [-1, 52],
    [0, 52],
    [0, 53],
  ];
  return { type: "Polygon", coordinates: [outer, ...holes].map((open) => [...open, open[0]]) };
}

function circle(count: number): unknown {
  const positions = Array.from({ length: count - 1 }, (_, i) => {
    const angleRad = (2 * Math.PI * i) / (count - 1);
    return [Number((-1.5 + 0.5 * Math.cos(angleRad)).toFixed(6)), Number((52.5 + 0.5 * Math.sin(angleRad)).toFixed(6))];
  });
  return ring(...positions, positions[0]);
}

/** Polygons that cannot be measured. */
export const BROKEN_POLYGONS: readonly HostileRequest[] = [
  polygon(
    "a point",
    { type: "Point", coordinates: [0, 52] },
    { ...unfit, message: /Polygon or a MultiPolygon.*"Point"/ },
  ),
  polygon("no geometry", null, { ...unfit, message: /must not be null/ }),
  polygon("a text", "POLYGON((0 52, 1 52, 1 53, 0 52))", { ...unfit, message: /Polygon or a MultiPolygon/ }),
  polygon("no coordinates", { type: "Polygon" }, { ...unfit, message: /coordinates/ }),
  polygon("an empty list", { type: "Polygon", coordinates: [] }, { ...refused, message: /geometry/ }),
  polygon("numbers for rings", { type: "Polygon", coordinates: [1, 2, 3] }, { ...refused, message: /geometry/ }),
  polygon("texts for numbers", ring(["0", "52"], ["1", "52"], ["1", "53"], ["0", "52"]), {
    ...refused,
    message: /geometry/,
  }),
  polygon("nulls, as NaN is written in JSON", ring([0, 52], [null, 52], [1, 53], [0, 52]), {
    ...refused,
    message: /geometry/,
  }),
  polygon("an open ring", ring([0, 52], [1, 52], [1, 53], [0, 53]), {
    ...refused,
    message: /repeat the first position/,
  }),
  polygon("two positions", ring([0, 52], [1, 52], [0, 52]), { ...refused, message: /position/ }),
  polygon("a latitude of 95", ring([0, 52], [1, 95], [1, 53], [0, 52]), { ...refused, message: /95/ }),
  polygon("a ring that crosses itself", ring([0, 52], [1, 53], [1, 52], [0, 53], [0, 52]), {
    ...refused,
    message: /cross/,
  }),
  polygon(
    "a hole outside its polygon",
    holed([
      [5, 52],
      [6, 52],
      [6, 53],
    ]),
    {
      ...refused,
      message: /geometry, hole 1 does not lie inside the outer ring; /,
    },
  ),
  polygon(
    "a hole across its polygon's border",
    holed([
      [-0.5, 52.1],
      [0.5, 52.1],
      [0.5, 52.2],
    ]),
    {
      ...refused,
      message: /geometry, hole 1 does not lie inside the outer ring; /,
    },
  ),
  polygon(
    "a hole as large as its polygon",
    holed([
      [-1, 52],
      [0, 52],
      [0, 53],
    ]),
    {
      ...refused,
      message: /geometry has holes that leave nothing of it; /,
    },
  ),
  polygon(
    "two holes over each other",
    holed(SMALL_HOLE, [
      [-0.2, 52.15],
      [-0.05, 52.15],
      [-0.05, 52.4],
    ]),
    {
      ...refused,
      message: /geometry, hole 2 shares land with hole 1; /,
    },
  ),
  polygon(
    "a feature",
    { type: "Feature", geometry: holed(SMALL_HOLE), properties: {} },
    {
      ...unfit,
      message: /Feature.*send its geometry/,
    },
  ),
  polygon("well-known text", "POLYGON ((0 52, 1 52, 1 53, 0 52))", { ...unfit, message: /string.*GeoJSON/ }),
  polygon(
    "metres on the British grid",
    { ...ring([0, 52]), crs: { properties: { name: "EPSG:27700" } } },
    {
      ...unfit,
      message: /EPSG:27700.*WGS 84/,
    },
  ),
  polygon("a polygon over the antimeridian", ring([179, 52], [-179, 52], [-179, 53], [179, 53], [179, 52]), {
    ...refused,
    message: /antimeridian/,
  }),
  {
    name: "brackets 300,000 deep",
    body: `{"query":"query ($g: GeoJSONGeometry!) { overlapWith(geometry: $g, layer: UPPER_TIER) { code } }","variables":{"g":{"type":"Polygon","coordinates":${"[".repeat(300_000)}${"]".repeat(300_000)}}}}`,
    status: 400,
    code: "LIMIT_EXCEEDED",
    message: /nested 300,00\d deep; at most 50/,
  },
  polygon("a line for a ring", ring([0, 52], [1, 52], [2, 52], [0, 52]), { ...refused, message: /geometry/ }),
  polygon("30,000 positions", circle(30_000), { ...refused, message: /30,000 positions.*25,000/ }),
  polygon(
    "the same polygon twice",
    {
      type: "MultiPolygon",
      coordinates: [
        [
          [
            [0, 52],
            [1, 52],
            [1, 53],
            [0, 52],
          ],
        ],
        [
          [
            [0, 52],
            [1, 52],
            [1, 53],
            [0, 52],
          ],
        ],
      ],
    },
    { ...refused, message: /overlap/ },
  ),
];
