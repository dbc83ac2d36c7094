import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Feature, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import { describe, expect, it } from "vitest";
import { dissolveEdition } from "../../../src/edition/dissolve/dissolve-edition.js";
import type { Recipe } from "../../../src/edition/dissolve/recipe.js";
import { readEdition } from "../../../src/edition/read-edition.js";
import type { LayerName } from "../../../src/model/layer.js";
import type { LayerTopology } from "../../../src/model/topology.js";
import {
  type BlockRings,
  blockTopology,
  DOVER,
  EAST,
  INPUT_TABLES,
  KENT,
  MEDWAY,
  RECIPE,
  SQUARES,
  smallInput,
  THANET,
  temporaryFolder,
  WEST,
} from "../../support/small-edition.js";

type Changes = Parameters<typeof smallInput>[0];

function buildEdition(changes: Changes = {}, recipe: Recipe = RECIPE): string {
  const target = join(temporaryFolder(), "small");
  dissolveEdition(recipe, { folder: smallInput(changes), target });
  return target;
}

function topologyOf(edition: string): LayerTopology {
  return JSON.parse(readFileSync(join(edition, "boundaries.topojson"), "utf8"));
}

function table(edition: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(edition, `${name}.csv`)), { columns: true });
}

/** The rings of an area, which is in one piece. */
function ringsOf(topology: LayerTopology, layer: LayerName, code: string): Position[][] {
  const geometry = topology.objects[layer]?.geometries.find(({ id }) => id === code);
  if (geometry?.type !== "Polygon") throw new Error(`${layer} ${code} is in several pieces`);
  return (feature(topology, geometry) as Feature<Polygon>).geometry.coordinates;
}

/** The corners of a ring in thousandths of a degree, in the order of their text: where it begins is no matter. */
function corners(ring: readonly Position[] = []): string[] {
  return ring
    .slice(1)
    .map((position) => position.map((degrees) => Math.round(degrees * 1000)).join(" "))
    .sort();
}

describe("dissolving blocks into layers", () => {
  it("leaves the outline of the blocks of each area and nothing of the border between them", () => {
    const topology = topologyOf(buildEdition());

    // +----+
    // |    +   West: blocks 1 and 3, a corner where Kent's border ends
    // +----+
    expect(ringsOf(topology, "footprints", WEST)).toHaveLength(1);
    expect(corners(ringsOf(topology, "footprints", WEST)[0])).toEqual(
      ["-1000 51000", "-1000 51100", "-1000 51200", "-900 51000", "-900 51100", "-900 51200"].sort(),
    );
    expect(corners(ringsOf(topology, "lower_tier", THANET)[0])).toEqual(
      ["-1000 51100", "-1000 51200", "-900 51100", "-900 51200"].sort(),
    );
  });

  it("draws every area of every layer, once", () => {
    const { objects } = topologyOf(buildEdition());

    const codes = (layer: LayerName) => objects[layer]?.geometries.map(({ id }) => id);
    expect(codes("footprints")).toEqual([WEST, EAST]);
    expect(codes("upper_tier")).toEqual([MEDWAY, KENT]);
    expect(codes("lower_tier")).toEqual([MEDWAY, DOVER, THANET]);
    expect(codes("members")).toEqual(["E38000001", "E38000002", "E38000003"]);
    expect(Object.keys(objects).sort()).toEqual(["footprints", "lower_tier", "members", "upper_tier"]);
  });

  it("keeps the grid of the blocks", () => {
    const source = blockTopology();

    const { transform } = topologyOf(buildEdition());

    expect(transform).toEqual(source.transform);
  });

  it("keeps every corner where the blocks have it, to the last digit", () => {
    const source = blockTopology();
    const places = (topology: LayerTopology | typeof source) =>
      new Set(
        Object.values(topology.objects).flatMap((layer) =>
          (feature(topology as never, layer as never) as unknown as { features: Feature<Polygon>[] }).features.flatMap(
            ({ geometry }) => geometry.coordinates.flat().map(String),
          ),
        ),
      );

    const drawn = places(topologyOf(buildEdition()));

    expect(drawn).toEqual(places(source));
  });

  it("keeps shared borders shared: each is one arc, used forwards and backwards by all layers", () => {
    const { objects, arcs } = topologyOf(buildEdition());
    const arcsOf = (layer: LayerName, code: string) => {
      const geometry = objects[layer]?.geometries.find(({ id }) => id === code);
      return geometry?.arcs.flat(2) ?? [];
    };

    const westToEast = arcsOf("footprints", WEST).filter((arc) => arcsOf("footprints", EAST).includes(~arc));

    // Two arcs, as the border of Kent and Medway meets the one of West and East halfway.
    expect(westToEast).toHaveLength(2);
    expect(arcsOf("members", "E38000002").filter((arc) => westToEast.includes(~arc))).toHaveLength(2);
    expect(arcsOf("upper_tier", MEDWAY).filter((arc) => westToEast.includes(~arc))).toHaveLength(1);
    const used = Object.values(objects).flatMap(({ geometries }) => geometries.flatMap(({ arcs }) => arcs.flat(2)));
    expect(new Set(used.map((arc) => (arc < 0 ? ~arc : arc))).size).toBe(arcs.length);
  });
});

describe("a hole between blocks", () => {
  // Blocks 1 and 3 share a border, but one of them bends away from it:
  //
  //      ____________           the gap is a triangle, 28 m long and 5 m or 55 m high
  //         3  /\
  //      _____/__\___
  //         1
  const blocksWithGap = (heightDegrees: number): BlockRings => ({
    ...SQUARES,
    E01000001: [
      [
        [-1, 51],
        [-1, 51.1],
        [-0.9504, 51.1],
        [-0.95, 51.1],
        [-0.9, 51.1],
        [-0.9, 51],
        [-1, 51],
      ],
    ],
    E01000003: [
      [
        [-1, 51.1],
        [-1, 51.2],
        [-0.9, 51.2],
        [-0.9, 51.1],
        [-0.95, 51.1],
        [-0.9502, 51.1 + heightDegrees],
        [-0.9504, 51.1],
        [-1, 51.1],
      ],
    ],
  });

  it("is dropped when it is under 100 m2: there two edges of the source do not quite meet", () => {
    const edition = buildEdition({ "blocks.topojson": JSON.stringify(blockTopology(blocksWithGap(0.00005))) });

    expect(ringsOf(topologyOf(edition), "footprints", WEST)).toHaveLength(1);
  });

  it("is kept when it is larger", () => {
    const edition = buildEdition({ "blocks.topojson": JSON.stringify(blockTopology(blocksWithGap(0.0005))) });

    expect(ringsOf(topologyOf(edition), "footprints", WEST)).toHaveLength(2);
  });
});

describe("the tables of a compiled edition", () => {
  it("give each area its layer by the edition's own name and each council its type by its code", () => {
    const areas = table(buildEdition(), "areas");

    expect(areas.map(({ layer, code, type }) => `${layer} ${code} ${type}`)).toEqual([
      `footprints ${WEST} `,
      `footprints ${EAST} `,
      `upper_tier ${KENT} COUNTY`,
      `upper_tier ${MEDWAY} UNITARY`,
      `lower_tier ${DOVER} DISTRICT`,
      `lower_tier ${THANET} DISTRICT`,
      `lower_tier ${MEDWAY} UNITARY`,
      "members E38000001 ",
      "members E38000002 ",
      "members E38000003 ",
    ]);
  });

  it("hold blocks without the areas they belong to, and members with their footprint", () => {
    const edition = buildEdition();

    expect(Object.keys(table(edition, "blocks")[0] ?? {})).toEqual(["code", "lon", "lat", "population"]);
    expect(table(edition, "blocks").map(({ population }) => population)).toEqual(["100", "200", "300", "400"]);
    expect(table(edition, "members")).toEqual([
      { code: "E38000001", footprint: WEST },
      { code: "E38000002", footprint: EAST },
      { code: "E38000003", footprint: WEST },
    ]);
  });

  it("say what “as above” stands for, in that cell and in no other", () => {
    const edition = buildEdition();

    expect(table(edition, "parts").map(({ source }) => source)).toEqual(["The plan, page 2", "The plan, page 2"]);
    expect(table(edition, "ratings")[0]?.sources).toBe('The Gazette, "A poor show", May 2017 ; as above');
  });

  it("have the edition's own column names, whatever the publisher called them", () => {
    const edition = buildEdition();

    expect(Object.keys(table(edition, "parts")[0] ?? {})).toEqual(["footprint", "part", "members", "source"]);
    expect(table(edition, "claims")[0]?.reported).toBe("2");
  });

  it("are just those that there were inputs for", () => {
    const { areas } = RECIPE.tables;
    const edition = buildEdition({}, { ...RECIPE, tables: { areas: areas ?? "" } });

    expect(readdirSync(edition).sort()).toEqual([
      "areas.csv",
      "blocks.csv",
      "boundaries.topojson",
      "edition.json",
      "members.csv",
    ]);
  });

  it("name the SHA-256 of each source as it was read, and none of what was collected by hand", () => {
    const bytes = JSON.stringify(blockTopology());

    const edition = buildEdition({ "blocks.topojson": bytes });

    const { sources } = JSON.parse(readFileSync(join(edition, "edition.json"), "utf8"));
    expect(sources[0].sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(sources[1].sha256).toBeNull();
    expect(Object.keys(sources[0])).not.toContain("file");
  });

  it("are read back without a problem", () => {
    const { layers, blocks, parts } = readEdition(buildEdition());

    expect(layers.footprints.map(({ name }) => name)).toEqual(["West", "East, and all beyond"]);
    expect(blocks?.codes).toHaveLength(4);
    expect(parts).toHaveLength(2);
  });

  it("are the same bytes whenever they are compiled from the same inputs, in whatever order the rows are", () => {
    const [header = "", ...rows] = (INPUT_TABLES["blocks.csv"] ?? "").trimEnd().split("\n");

    const one = buildEdition();
    const other = buildEdition({ "blocks.csv": [header, ...rows.reverse()].join("\n") });

    for (const name of readdirSync(one)) {
      expect(readFileSync(join(other, name), "utf8")).toBe(readFileSync(join(one, name), "utf8"));
    }
  });
});

describe("a new year", () => {
  it("needs a look-up only: the same blocks with other footprints make another edition", () => {
    // North and south instead of west and east: the boundaries of the blocks and every other column stay as they are.
    const lookup = [
      "block,lon,lat,population,footprint,upper,lower,member",
      `E01000001,-0.95,51.05,100,${WEST},${KENT},${DOVER},E38000001`,
      `E01000002,-0.85,51.05,200,${WEST},${KENT},${DOVER},E38000002`,
      `E01000003,-0.95,51.15,300,${EAST},${KENT},${THANET},E38000003`,
      `E01000004,-0.85,51.15,400,${EAST},${MEDWAY},${MEDWAY},E38000004`,
    ].join("\n");
    const names = `${INPUT_TABLES["areas.csv"]}ccg,E38000004,Four,01D\n`.replace(",West,", ",South,");

    const edition = buildEdition({ "blocks.csv": lookup, "areas.csv": names });

    const { layers } = readEdition(edition);
    expect(layers.footprints.map(({ name }) => name)).toEqual(["South", "East, and all beyond"]);
    expect(corners(ringsOf(topologyOf(edition), "footprints", WEST)[0])).toEqual(
      ["-1000 51000", "-1000 51100", "-900 51000", "-900 51100", "-800 51000", "-800 51100"].sort(),
    );
  });
});
