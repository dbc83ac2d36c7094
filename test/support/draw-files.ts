import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Position } from "geojson";

/** A feature of GeoJSON, as loosely as files have them. */
export interface DrawnFeature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

/** A closed square of degrees. */
export function squareRing(west: number, south: number, size = 1): Position[] {
  const [east, north] = [west + size, south + size];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** A feature that is a polygon of rings. */
export function polygonFeature(
  code: string,
  rings: readonly (readonly Position[])[],
  name = `Area ${code}`,
): DrawnFeature {
  return { type: "Feature", properties: { code, name }, geometry: { type: "Polygon", coordinates: rings } };
}

/** GeoJSON text of features. */
export function collectionText(...features: readonly unknown[]): string {
  return JSON.stringify({ type: "FeatureCollection", features });
}

// Two footprints, west and east, over three authorities from south to north; the middle one is in both.
//
//   53 +----+----+      n: west of the border alone
//      | n  |    |      m: on both sides
//   52 +----+----+      s: east of it alone
//      | m    m  |
//   51 +----+----+
//      |    | s  |
//   50 +----+----+
//     -2   -1    0
export const FOOTPRINTS = collectionText(
  polygonFeature(
    "W",
    [
      [
        [-2, 50],
        [-1, 50],
        [-1, 53],
        [-2, 53],
        [-2, 50],
      ],
    ],
    "West",
  ),
  polygonFeature(
    "E",
    [
      [
        [-1, 50],
        [0, 50],
        [0, 53],
        [-1, 53],
        [-1, 50],
      ],
    ],
    "East",
  ),
);
export const AUTHORITIES = collectionText(
  polygonFeature("n", [squareRing(-2, 52)], "North"),
  polygonFeature(
    "m",
    [
      [
        [-2, 51],
        [0, 51],
        [0, 52],
        [-2, 52],
        [-2, 51],
      ],
    ],
    "Middle",
  ),
  polygonFeature("s", [squareRing(-1, 50)], "South"),
);

/** A new temporary folder with files in it. */
export function temporaryFolderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "coterminous-import-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}
