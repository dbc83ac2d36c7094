import proj4 from "proj4";
import type { DeclaredCrs } from "../formats/vector-layer.js";
import { type CrsDefinition, findCrs, KNOWN_CRS_CODES } from "./crs-registry.js";

/** A coordinate system with its name in messages. */
export interface IdentifiedCrs {
  /** `EPSG:27700 (British National Grid)`. */
  readonly label: string;
  readonly crs: CrsDefinition;
}

/** Why a coordinate system cannot be used, and the remedy. */
export interface CrsError {
  readonly what: string;
  readonly remedy: string;
}

/** The coordinate system that a flag names: `EPSG:27700`, `27700`, or a proj4 definition (`+proj=…`). */
export function crsFromOption(text: string): IdentifiedCrs | CrsError {
  const [, code] = /^(?:EPSG:+)?(\d{4,6})$/i.exec(text.trim()) ?? [];
  if (code !== undefined) return crsFromCode(Number(code));
  if (text.trim().startsWith("+proj=")) return crsFromDefinition(text.trim(), "the given definition");
  return {
    what: `${JSON.stringify(text)} is not a coordinate system`,
    remedy: "write EPSG:27700, or a proj4 definition (+proj=…)",
  };
}

/** The coordinate system that a file declares. */
export function crsFromFile(declared: DeclaredCrs): IdentifiedCrs | CrsError {
  if (declared.kind === "EPSG") return crsFromCode(declared.code);
  const code = codeFromWkt(declared.text);
  if (code !== null) {
    const found = crsFromCode(code);
    if ("crs" in found) return found;
  }
  return crsFromDefinition(declared.text, nameFromWkt(declared.text));
}

function crsFromCode(code: number): IdentifiedCrs | CrsError {
  const crs = findCrs(code);
  if (crs !== null) return { label: `EPSG:${code} (${crs.name})`, crs };
  return {
    what: `EPSG:${code} is not supported`,
    remedy: `give its proj4 definition (--crs "+proj=…"; epsg.io shows it), or reproject to WGS 84; supported are ${KNOWN_CRS_CODES}`,
  };
}

// ESRI's .prj files name systems without codes and omit the datum transformation, without which the British National Grid
// would be 100 m off. So names are looked up first.
const CODES_BY_NAME: readonly (readonly [RegExp, (match: RegExpExecArray) => number])[] = [
  [/^(OSGB[ _]?(19)?36[ _/]*)?British_?[ ]?National_?[ ]?Grid/i, () => 27700],
  [/WGS_?[ ]?(?:19)?84[ _/]*(?:Web_?Mercator|Pseudo-?Mercator)/i, () => 3857],
  [/^WGS[ _](?:19)?84[ _/]+UTM[ _]zone[ _](\d+)N/i, ([, zone]) => 32600 + Number(zone)],
  [/^WGS[ _](?:19)?84[ _/]+UTM[ _]zone[ _](\d+)S/i, ([, zone]) => 32700 + Number(zone)],
  [/^ETRS_?(?:19)?89[ _/]+UTM[ _]zone[ _](\d+)N/i, ([, zone]) => 25800 + Number(zone)],
  [/^NAD_?(?:19)?83[ _/]+UTM[ _]zone[ _](\d+)N/i, ([, zone]) => 26900 + Number(zone)],
  [/^TM75[ _/]+Irish_?[ ]?Grid/i, () => 29902],
  [/^TM65[ _/]+Irish_?[ ]?Grid/i, () => 29902],
  [/^IRENET95[ _/]+Irish_?[ ]?Transverse/i, () => 2157],
  [/^(GCS_)?WGS[ _](?:19)?84$/i, () => 4326],
  [/^(GCS_)?ETRS_?(?:19)?89$/i, () => 4258],
  [/^(GCS_North_American_1983|NAD83)$/i, () => 4269],
];

function codeFromWkt(wkt: string): number | null {
  // The code of the system comes last; codes before it belong to its parts.
  const [, code] = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\s*\]\s*$/i.exec(wkt.trim()) ?? [];
  if (code !== undefined) return Number(code);
  for (const [pattern, codeOf] of CODES_BY_NAME) {
    const match = pattern.exec(nameFromWkt(wkt));
    if (match !== null) return codeOf(match);
  }
  return null;
}

function nameFromWkt(wkt: string): string {
  return /^\w+\["([^"]+)"/.exec(wkt.trim())?.[1] ?? wkt.trim().slice(0, 60);
}

interface ParsedDefinition {
  readonly datumCode?: string;
  readonly datum_params?: readonly unknown[];
  readonly projName?: string;
}

function crsFromDefinition(definition: string, name: string): IdentifiedCrs | CrsError {
  const remedy = `give its EPSG code, or its definition with +towgs84 (--crs "+proj=…"); supported are ${KNOWN_CRS_CODES}`;
  let parsed: ParsedDefinition;
  try {
    parsed = proj4.Proj(definition) as ParsedDefinition;
  } catch {
    return { what: `the coordinate system ${JSON.stringify(name)} cannot be parsed`, remedy };
  }
  const hasShift =
    parsed.datum_params !== undefined ||
    /wgs_?84|none|etrs|grs_?80|nad83|north_american_datum_1983/i.test(parsed.datumCode ?? "none");
  if (!hasShift) {
    return {
      what: `the coordinate system ${JSON.stringify(name)} does not say how its datum relates to WGS 84`,
      remedy,
    };
  }
  const isDegrees = parsed.projName === "longlat";
  return {
    label: name,
    crs: { name, proj4: isDegrees && parsed.datum_params === undefined ? null : definition, accuracyM: 5 },
  };
}
