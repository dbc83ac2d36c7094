import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { topology } from "topojson-server";
import type { Boundary } from "../../packages/overlap/src/boundary.js";
import type { AuthorityType } from "../../src/model/area.js";
import type { LayerName } from "../../src/model/layer.js";

/** An area as it is drawn for an edition of a test. */
export interface DrawnArea {
  readonly code: string;
  readonly name?: string;
  readonly boundary: Boundary;
  /** OTHER when left out, for councils. */
  readonly type?: AuthorityType;
}

/** A small area with its people at one point. */
export interface DrawnBlock {
  readonly lon: number;
  readonly lat: number;
  readonly people: number;
}

export interface DrawnEdition {
  readonly id: string;
  readonly layers: { readonly [Layer in LayerName]?: readonly DrawnArea[] };
  readonly blocks?: readonly DrawnBlock[];
  /** What edition.json says otherwise. */
  readonly manifest?: Readonly<Record<string, unknown>>;
}

/** Writes an edition's folder into a folder of editions; layers without areas are left out altogether. */
export function drawEdition(geodataFolder: string, { id, layers, blocks, manifest }: DrawnEdition): string {
  const folder = join(geodataFolder, id);
  mkdirSync(folder, { recursive: true });
  const drawn = Object.entries(layers).filter(([, areas]) => areas.length > 0);
  const rows = drawn.flatMap(([layer, areas]) =>
    areas.map(({ code, name = code, type = "OTHER" }) => [layer, code, name, "", layer.endsWith("_tier") ? type : ""]),
  );
  writeFileSync(join(folder, "areas.csv"), stringify([["layer", "code", "name", "ods_code", "type"], ...rows]));
  const objects = Object.fromEntries(
    drawn.map(([layer, areas]) => [
      layer,
      {
        type: "FeatureCollection" as const,
        features: areas.map(({ code, boundary }) => ({
          type: "Feature" as const,
          id: code,
          properties: {},
          geometry: boundary,
        })),
      },
    ]),
  );
  writeFileSync(join(folder, "boundaries.topojson"), JSON.stringify(topology(objects)));
  if (blocks !== undefined) {
    const points = blocks.map(({ lon, lat, people }, i) => [`block ${i + 1}`, lon, lat, people]);
    writeFileSync(join(folder, "blocks.csv"), stringify([["code", "lon", "lat", "population"], ...points]));
  }
  const anyCode = ["*"];
  const says = {
    id,
    title: `Edition ${id}`,
    date: "2020-01-01",
    footprintKind: "footprint",
    authorityKind: "council",
    memberKind: "member",
    sliverToleranceM: 100,
    populationBasis: blocks === undefined ? null : "made up",
    codeForms: anyCode,
    layerCodeForms: { footprints: anyCode, upper_tier: anyCode, lower_tier: anyCode, members: anyCode },
    ratingScheme: null,
    sources: [
      { title: "A drawing", publisher: "Nobody", licence: "None", url: null, attribution: "Drawn.", sha256: null },
    ],
    ...manifest,
  };
  writeFileSync(join(folder, "edition.json"), JSON.stringify(says));
  return folder;
}
