import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Position } from "geojson";
import { topology } from "topojson-server";
import type { Topology } from "topojson-specification";
import { dissolveEdition } from "../../src/edition/dissolve/dissolve-edition.js";
import type { Recipe } from "../../src/edition/dissolve/recipe.js";

// Four blocks of a tenth of a degree, and the areas that they belong to:
//
//   51.2 +---------+---------+     footprints  West (W) is 1 and 3, East (E) is 2 and 4
//        |    3    |    4    |     upper tier  Kent (K) is 1, 2 and 3; Medway (M) is 4
//   51.1 +---------+---------+     lower tier  Dover (D) is 1 and 2, Thanet (T) is 3, Medway is 4
//        |    1    |    2    |     members     One (1), Two (2 and 4), Three (3)
//   51.0 +---------+---------+
//       -1.0     -0.9      -0.8
//
// So Kent and Dover lie in both footprints, and both footprints cross the borders of both tiers.

export const WEST = "E54000001";
export const EAST = "E54000002";
export const KENT = "E10000001";
export const MEDWAY = "E06000001";
export const DOVER = "E07000001";
export const THANET = "E07000002";

/** The outlines of the blocks by code. */
export type BlockRings = Readonly<Record<string, readonly (readonly Position[])[]>>;

export const SQUARES: BlockRings = {
  E01000001: [square(-1, 51)],
  E01000002: [square(-0.9, 51)],
  E01000003: [square(-1, 51.1)],
  E01000004: [square(-0.9, 51.1)],
};

function square(west: number, south: number): Position[] {
  const [east, north] = [west === -1 ? -0.9 : -0.8, south === 51 ? 51.1 : 51.2];
  return [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}

/** The tables as a publisher might give them, by file name. */
export const INPUT_TABLES: Readonly<Record<string, string>> = {
  "blocks.csv": lines(
    "block,lon,lat,population,footprint,upper,lower,member",
    `E01000001,-0.95,51.05,100,${WEST},${KENT},${DOVER},E38000001`,
    `E01000002,-0.85,51.05,200,${EAST},${KENT},${DOVER},E38000002`,
    `E01000003,-0.95,51.15,300,${WEST},${KENT},${THANET},E38000003`,
    `E01000004,-0.85,51.15,400,${EAST},${MEDWAY},${MEDWAY},E38000002`,
  ),
  "areas.csv": lines(
    "layer,code,name,ods_code",
    `stp,${WEST},West,QWW`,
    `stp,${EAST},"East, and all beyond",`,
    `upper,${KENT},Kent,`,
    `upper,${MEDWAY},Medway,`,
    `lower,${DOVER},Dover,`,
    `lower,${THANET},Thanet,`,
    `lower,${MEDWAY},Medway,`,
    "ccg,E38000001,One,01A",
    "ccg,E38000002,Two,01B",
    "ccg,E38000003,Three,01C",
  ),
  "aliases.csv": lines("code,alias", `${WEST},The West`, `${MEDWAY},Medway Towns`),
  "schemes.csv": lines("measure,rating,label,rank,published_total", "overall,GOOD,Good,1,1", "overall,POOR,Poor,2,1"),
  "ratings.csv": lines(
    "footprint_code,measure,rating,confidence,sources",
    `${EAST},overall,POOR,PRESS,"The Gazette, ""A poor show"", May 2017 ; as above"`,
    `${WEST},overall,GOOD,PUBLISHED_LIST,The list`,
  ),
  "claims.csv": lines(
    "id,kind,subject,value,statement,source",
    `kent-in-two,FOOTPRINTS_OF_COUNCIL,${KENT},2,Kent is in two,The Gazette`,
  ),
  "parts.csv": lines(
    "footprint_code,part,ccg_codes,source",
    `${WEST},North,E38000003,"The plan, page 2"`,
    `${WEST},South,E38000001,as above`,
  ),
  "leaders.csv": lines("footprint_code,name,organisation,sector,source", `${WEST},A Person,Kent,COUNCIL,The plan`),
};

export const RECIPE: Recipe = {
  manifest: {
    id: "small",
    title: "Two footprints",
    date: "2017-12-31",
    footprintKind: "footprint",
    authorityKind: "council",
    memberKind: "group",
    sliverToleranceM: 200,
    populationBasis: "made up",
    ratingScheme: { title: "Ratings", date: "2017-07-21" },
    codeForms: ["@########"],
    layerCodeForms: {
      footprints: ["E54######"],
      upper_tier: ["E06######", "E10######"],
      lower_tier: ["E06######", "E07######"],
      members: ["E38######"],
    },
  },
  blocks: { boundaries: "blocks.topojson", object: "blocks", table: "blocks.csv", codeColumn: "block" },
  layers: {
    footprints: { column: "footprint", inAreas: "stp" },
    upper_tier: { column: "upper", inAreas: "upper" },
    lower_tier: { column: "lower", inAreas: "lower" },
    members: { column: "member", inAreas: "ccg" },
  },
  authorityTypes: { E06: "UNITARY", E07: "DISTRICT", E10: "COUNTY" },
  tables: {
    areas: "areas.csv",
    aliases: "aliases.csv",
    schemes: "schemes.csv",
    ratings: "ratings.csv",
    claims: "claims.csv",
    parts: "parts.csv",
    leaders: "leaders.csv",
  },
  renamedColumns: { footprint_code: "footprint", ccg_codes: "members", value: "reported" },
  sources: [
    {
      title: "Blocks",
      publisher: "Nobody",
      licence: "None",
      url: "https://example.org/",
      attribution: "Drawn by hand.",
      file: "blocks.topojson",
    },
    { title: "Hearsay", publisher: "Nobody", licence: "None", url: null, attribution: "Heard.", file: null },
  ],
};

const GRID = 1e7; // steps across the whole: about a millimetre

/** Block outlines as TopoJSON on a grid, as a publisher would give them. */
export function blockTopology(rings: BlockRings = SQUARES): Topology {
  const features = Object.entries(rings).map(([id, coordinates]) => ({
    type: "Feature",
    id,
    properties: {},
    geometry: { type: "Polygon", coordinates },
  }));
  return topology({ blocks: { type: "FeatureCollection", features } as never }, GRID);
}

/** A new temporary folder with the inputs of the small edition, some of its files put otherwise or left out (null). */
export function smallInput(changes: Readonly<Record<string, string | null>> = {}): string {
  const folder = temporaryFolder();
  const files = { ...INPUT_TABLES, "blocks.topojson": JSON.stringify(blockTopology()), ...changes };
  for (const [name, text] of Object.entries(files)) {
    if (text !== null) writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A geodata folder, in a new temporary one, that holds the small edition compiled by the project itself. */
export function smallGeodata(): { readonly geodataFolder: string; readonly edition: string } {
  const geodataFolder = join(temporaryFolder(), "geodata");
  const edition = join(geodataFolder, "small");
  mkdirSync(geodataFolder);
  dissolveEdition(RECIPE, { folder: smallInput(), target: edition });
  return { geodataFolder, edition };
}

/** A new temporary folder. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "coterminous-test-"));
}

function lines(...rows: readonly string[]): string {
  return `${rows.join("\n")}\n`;
}
