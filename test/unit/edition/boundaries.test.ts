import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ValidationIssue } from "../../../src/edition/validation-issue.js";
import { problemsOf, problemsWith } from "../../support/edit-edition.js";
import { smallGeodata, WEST } from "../../support/small-edition.js";

interface Drawn {
  arcs: (number | string | null)[][][];
  objects: Record<string, { type: string; geometries: { type: string; id?: unknown; arcs: unknown }[] }>;
  transform?: unknown;
  [other: string]: unknown;
}

/** The problems of the small edition when its boundaries are drawn otherwise. */
function problemsDrawing(change: (topology: Drawn) => unknown): readonly ValidationIssue[] {
  const { edition } = smallGeodata();
  const path = join(edition, "boundaries.topojson");
  const topology: Drawn = JSON.parse(readFileSync(path, "utf8"));
  change(topology);
  writeFileSync(path, JSON.stringify(topology));
  return problemsOf(edition);
}

function at(topology: Drawn, layer: string, code: string) {
  const geometry = topology.objects[layer]?.geometries.find(({ id }) => id === code);
  if (geometry === undefined) throw new Error(`${layer} has no ${code}`);
  return geometry;
}

function ringOf(topology: Drawn, layer: string, code: string) {
  const [ring] = at(topology, layer, code).arcs as number[][];
  if (ring === undefined) throw new Error(`${code} has no ring`);
  return ring;
}

function triangleAt(west: number, south: number) {
  return [
    [west, south],
    [west, south + 1],
    [west + 1, south + 1],
    [west, south],
  ];
}

/** Gives the West an outline of its own: degrees, off the grid. */
function westAs(topology: Drawn, outline: readonly (readonly unknown[])[]) {
  delete topology.transform;
  topology.arcs = [];
  for (const layer of Object.values(topology.objects)) for (const shape of layer.geometries) shape.arcs = [[0]];
  topology.arcs.push([
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ]);
  topology.arcs.push(outline as (number | string | null)[][]);
  at(topology, "footprints", WEST).arcs = [[1]];
}

const OUTLINE = `footprints ${WEST}, polygon 1, ring 1`;

describe("what is wrong with a boundary is told with feature, value and what was expected:", () => {
  const CASES: readonly (readonly [
    what: string,
    change: (topology: Drawn) => unknown,
    problem: Omit<ValidationIssue, "file">,
  ])[] = [
    [
      "a ring that does not end where it begins",
      (topology) =>
        westAs(topology, [
          [0, 0],
          [0, 1],
          [1, 1],
          [1, 0],
          [0.5, 0],
        ]),
      {
        where: OUTLINE,
        value: "begins at [0, 0] but ends at [0.5, 0]",
        expected: "a ring that can be measured: repeat the first position at the end",
      },
    ],
    [
      "a ring of three positions",
      (topology) =>
        westAs(topology, [
          [0, 0],
          [0, 1],
          [0, 0],
        ]),
      {
        where: OUTLINE,
        value: "has 3 positions",
        expected: "a ring that can be measured: give at least 4, the last repeating the first",
      },
    ],
    [
      "a ring of three positions that does not close either",
      (topology) =>
        westAs(topology, [
          [0, 0],
          [0, 1],
          [1, 1],
        ]),
      {
        where: OUTLINE,
        value: "has 3 positions",
        expected: "a ring that can be measured: give at least 4, the last repeating the first",
      },
    ],
    [
      "a longitude out of range",
      (topology) =>
        westAs(topology, [
          [0, 0],
          [0, 1],
          [181, 1],
          [0, 0],
        ]),
      {
        where: OUTLINE,
        value: "position 3 is [181, 1]",
        expected: "a ring that can be measured: longitude comes first, -180 to 180, then latitude, -90 to 90",
      },
    ],
    [
      "a grid of metres taken for degrees",
      (topology) =>
        westAs(topology, [
          [530000, 180000],
          [530000, 181000],
          [531000, 181000],
          [530000, 180000],
        ]),
      {
        where: OUTLINE,
        value: "position 1 is [530000, 180000]",
        expected:
          "a ring that can be measured: these look like metres on a grid: convert to longitude and latitude, WGS 84 (EPSG:4326)",
      },
    ],
    [
      "a ring that crosses itself",
      //  (0,1)   (1,1)
      //      \ /
      //       x  at (0.5, 0.5)
      //      / \
      //  (0,0)   (1,0)
      (topology) =>
        westAs(topology, [
          [0, 0],
          [1, 1],
          [0, 1],
          [1, 0],
          [0, 0],
        ]),
      {
        where: OUTLINE,
        value: "crosses itself near [0.5, 0.5]",
        expected: "a ring that can be measured: correct it there, or ask for it to be repaired",
      },
    ],
    [
      "a ring that encloses nothing",
      (topology) =>
        westAs(topology, [
          [0, 0],
          [1, 1],
          [0, 0],
          [0, 0],
        ]),
      { where: OUTLINE, value: "encloses no area", expected: "a ring that can be measured: leave it out" },
    ],
    [
      "an arc that is not there",
      (topology) => ringOf(topology, "members", "E38000001").splice(0, 1, 8),
      {
        where: "members E38000001, polygon 1, ring 1",
        value: "8",
        expected: "an arc from 0 to 7, or ~ of one for its reverse",
      },
    ],
    [
      "an arc that is not there, backwards",
      (topology) => ringOf(topology, "members", "E38000001").splice(0, 1, -9),
      {
        where: "members E38000001, polygon 1, ring 1",
        value: "-9",
        expected: "an arc from 0 to 7, or ~ of one for its reverse",
      },
    ],
    [
      "half an arc",
      (topology) => ringOf(topology, "members", "E38000001").splice(0, 1, 0.5),
      {
        where: "members E38000001, polygon 1, ring 1",
        value: "0.5",
        expected: "an arc from 0 to 7, or ~ of one for its reverse",
      },
    ],
    [
      "a line where an area should be",
      (topology) => Object.assign(at(topology, "footprints", WEST), { type: "LineString" }),
      { where: `footprints ${WEST}`, value: "LineString", expected: "Polygon or MultiPolygon" },
    ],
    [
      "a polygon nested as a multipolygon is not",
      (topology) => Object.assign(at(topology, "footprints", WEST), { type: "MultiPolygon" }),
      { where: `footprints ${WEST}`, value: "[[0,1,2,3]]", expected: "arcs nested as those of a MultiPolygon are" },
    ],
    [
      "a polygon without a ring",
      (topology) => Object.assign(at(topology, "footprints", WEST), { arcs: [] }),
      { where: `footprints ${WEST}`, value: "[]", expected: "arcs nested as those of a Polygon are" },
    ],
    [
      "a code that areas.csv does not have",
      (topology) =>
        topology.objects.members?.geometries.push({ type: "Polygon", id: "E38000009", arcs: [[0, 1, 2, 3]] }),
      { where: "members E38000009", value: "E38000009", expected: "an id that is a code of members in areas.csv" },
    ],
    [
      "a shape without a code",
      (topology) => topology.objects.members?.geometries.push({ type: "Polygon", arcs: [[0, 1, 2, 3]] }),
      { where: "members feature 4", value: "", expected: "an id that is a code of members in areas.csv" },
    ],
    [
      "two shapes with one code",
      (topology) =>
        topology.objects.members?.geometries.push({ type: "Polygon", id: "E38000001", arcs: [[0, 1, 2, 3]] }),
      { where: "members E38000001", value: "E38000001", expected: "one feature for each code" },
    ],
    [
      "an area that is not drawn",
      (topology) => topology.objects.members?.geometries.pop(),
      { where: "members E38000003", value: null, expected: "a boundary, as areas.csv names it" },
    ],
    [
      "a layer of another name",
      (topology) => Object.assign(topology.objects, { wards: { type: "GeometryCollection", geometries: [] } }),
      { where: "object wards", value: "wards", expected: "one of footprints, upper_tier, lower_tier, members" },
    ],
    [
      "no arcs",
      (topology) => Object.assign(topology, { arcs: undefined }),
      { where: "file", value: null, expected: "a TopoJSON topology with arcs and objects" },
    ],
    [
      "a position that is no number",
      (topology) =>
        topology.arcs.splice(0, 1, [
          ["0", "0"],
          [0, 1],
        ]),
      { where: "file", value: null, expected: "a TopoJSON topology with arcs and objects" },
    ],
    [
      "a grid without a scale",
      (topology) => Object.assign(topology, { transform: { translate: [0, 0] } }),
      { where: "file", value: null, expected: "a TopoJSON topology with arcs and objects" },
    ],
  ];

  it.each(CASES)("%s", (_, change, problem) => {
    expect(problemsDrawing(change)).toEqual([{ file: "boundaries.topojson", ...problem }]);
  });

  it("a layer that lies elsewhere than the footprints", () => {
    const problems = problemsDrawing((topology) => {
      delete topology.transform;
      topology.arcs = [triangleAt(0, 51), triangleAt(51, 0)];
      for (const layer of Object.values(topology.objects)) for (const shape of layer.geometries) shape.arcs = [[0]];
      for (const shape of topology.objects.lower_tier?.geometries ?? []) shape.arcs = [[1]];
    });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ where: "lower_tier", value: "longitude 51 to 52, latitude 0 to 1" });
    expect(problems[0]?.expected).toMatch(/meet the footprints.*longitude 0 to 1, latitude 51 to 52.*before latitude/);
  });

  it("nothing, where layers meet at the antimeridian", () => {
    const problems = problemsDrawing((topology) => {
      delete topology.transform;
      topology.arcs = [triangleAt(179, 51), triangleAt(-180, 51)];
      for (const layer of Object.values(topology.objects)) for (const shape of layer.geometries) shape.arcs = [[0]];
      for (const shape of topology.objects.lower_tier?.geometries ?? []) shape.arcs = [[1]];
    });

    expect(problems).toEqual([]);
  });

  it("arcs that do not meet", () => {
    const [problem] = problemsDrawing((topology) => ringOf(topology, "footprints", WEST).splice(1, 1));

    expect(problem).toMatchObject({
      file: "boundaries.topojson",
      where: OUTLINE,
      expected: expect.stringMatching(/^arc 2 to start where the previous arc ends, at \[/),
    });
  });

  it.each([
    ["no JSON", "{"],
    ["GeoJSON", '{"type":"FeatureCollection","features":[]}'],
    ["a list", "[]"],
    ["nothing", ""],
    ["null", "null"],
  ])("a file that holds no topology: %s", (_, whole) => {
    expect(problemsWith(["boundaries.topojson", { whole }])).toEqual([
      {
        file: "boundaries.topojson",
        where: "file",
        value: null,
        expected: "a TopoJSON topology with arcs and objects",
      },
    ]);
  });

  it.each([
    ["a layer that is no collection", (topology: Drawn) => Object.assign(topology.objects, { members: 7 })],
    ["shapes that are no list", (topology: Drawn) => Object.assign(topology.objects.members ?? {}, { geometries: {} })],
    [
      "shapes that are null",
      (topology: Drawn) => Object.assign(topology.objects.members ?? {}, { geometries: [null] }),
    ],
  ])("%s", (_, change) => {
    const problems = problemsDrawing(change);

    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.where).toMatch(/members/);
  });
});
