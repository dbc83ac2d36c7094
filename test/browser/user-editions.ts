import { execFile } from "node:child_process";
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { box } from "../support/box.js";
import { drawEdition } from "../support/draw-edition.js";
import { temporaryFolderWith } from "../support/draw-files.js";
import { PROGRAM } from "../support/program.js";
import { realStorePath } from "../support/real-store.js";

const { resolve } = createRequire(import.meta.url);
const ATLAS = resolve("us-atlas/counties-10m.json");
const STATES = ["02", "13", "21", "48"]; // Alaska, Georgia, Kentucky, Texas: 562 counties; Virginia's would be measured for long

// Three police forces and six boroughs, one of them beyond all forces; people on a grid.
//
//   53.5 +------+------+        t: in North and beyond it
//        | N  t :      |
//   53   +---+--+--+---+---+        n in West and East
//        | a | n|  |       |
//   52.5 +---+--+--+-------+-----+  m in West and East, s in East alone,
//        |  m   :  | s     |     |  x in none: it shares a strip of 34 m with East
//   52   +------+--+-------+  x  +
//      -3.2   -2.4       -1.2  -0.5
const FORCES = [
  { code: "W", name: "West Mercia", boundary: box(-3.2, 52, -2.4, 53) },
  { code: "E", name: "East Mercia", boundary: box(-2.4, 52, -1.2, 53) },
  { code: "N", name: "North Mercia", boundary: box(-3.2, 53, -2.4, 53.5) },
];
const BOROUGHS = [
  { code: "a-b", name: "Ashby", boundary: box(-3.2, 52.5, -2.8, 53) },
  { code: "m,m", name: "Middleham and the Marches", boundary: box(-3.2, 52, -1.8, 52.5) },
  { code: "s", name: "Southam", boundary: box(-1.8, 52, -1.2, 52.5) },
  { code: "n", name: "Northwick", boundary: box(-2.8, 52.5, -2, 53) },
  { code: "t", name: "Three Hills", boundary: box(-3.2, 53, -2, 53.5) },
  { code: "x", name: "Elsewhere", boundary: box(-1.2005, 52, -0.5, 52.5) },
];

/** Some states of the atlas and their counties, as TopoJSON. */
function someStates(): string {
  const { objects, ...atlas } = JSON.parse(readFileSync(ATLAS, "utf8"));
  const ofSome = (layer: "states" | "counties") => ({
    ...objects[layer],
    geometries: objects[layer].geometries.filter(({ id }: { id: string }) => STATES.includes(id.slice(0, 2))),
  });
  return JSON.stringify({ ...atlas, objects: { states: ofSome("states"), counties: ofSome("counties") } });
}

/**
 * The shipped editions and three that nobody ships: counties and states without people (`us`, imported), police forces and
 * boroughs with people (`mercia`), and regions of an upper tier alone over the same land (`regions`).
 */
export async function openOwnEditions(): Promise<Store> {
  const folder = temporaryFolderWith({ "us.topojson": someStates() });
  const geodataFolder = join(folder, "geodata");
  const blocks = [-3, -2.6, -2.2, -1.9, -1.5, -0.7].flatMap((lon) =>
    [52.2, 52.7, 53.2].map((lat, i) => ({ lon, lat, people: 1_000 * (i + 1) })),
  );
  drawEdition(geodataFolder, {
    id: "mercia",
    layers: { footprints: FORCES, lower_tier: BOROUGHS },
    blocks,
    manifest: {
      ...{ footprintKind: "police force", authorityKind: "borough" },
      ...{ title: "Police forces and boroughs, 2025", date: "2025-04-01" },
    },
  });
  const regions = [{ code: "R", name: "The Region", boundary: box(-3.2, 52, -1.2, 53.5) }];
  drawEdition(geodataFolder, {
    id: "regions",
    layers: { footprints: FORCES, upper_tier: regions },
    manifest: { authorityKind: "region" },
  });

  // By the program that built the shipped ones, which it takes over.
  const storePath = join(folder, "own.sqlite");
  copyFileSync(realStorePath(), storePath);
  const env = { ...process.env, COTERMINOUS_STORE: storePath, COTERMINOUS_GEODATA: geodataFolder };
  const layers = ["--footprints", join(folder, "us.topojson#states"), "--lower", join(folder, "us.topojson#counties")];
  const kinds = ["--footprint-kind", "state", "--authority-kind", "county", "--date", "2017-01-01"];
  const command = [PROGRAM, "import", "us", ...layers, ...kinds];
  await promisify(execFile)(process.execPath, command, { env });
  const store = openStore(storePath);
  return { ...store, close: () => store.close().finally(() => rmSync(folder, { recursive: true })) };
}
