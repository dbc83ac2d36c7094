import proj4 from "proj4";
import type { LonLatBox } from "../model/boundary.js";
import { type CoordinateBox, coordinateBox, mappedGeometry } from "./coordinates.js";
import { cutAtAntimeridian } from "./cut-antimeridian.js";
import type { FileFeature, LayerFile } from "./files/layer-file.js";
import { ImportError } from "./import-error.js";
import { knownCrs } from "./known-crs.js";
import { askedCrs, type CrsClaim, type CrsRefusal, statedCrs } from "./stated-crs.js";

/** A layer whose coordinates are degrees of WGS 84. */
export interface LocatedLayer {
  readonly file: LayerFile;
  readonly features: readonly FileFeature[];
  readonly box: LonLatBox;
  readonly place: Place;
}

/** What a layer's coordinates were taken for. */
export interface Place {
  /** `EPSG:27700 (British National Grid)`. */
  readonly label: string;
  /** How far a place may have come out from where it is, metres; 0 when nothing was transformed. */
  readonly accuracyM: number;
}

/** The same in words. */
export function placeText({ label, accuracyM }: Place): string {
  return accuracyM === 0 ? label : `${label}, placed to about ${accuracyM} m`;
}

/** What the person says of a layer's coordinates. */
export interface AskedCoordinates {
  /** `EPSG:27700`; null to go by the file. */
  readonly crs: string | null;
  /** Whether latitude comes before longitude, or northing before easting. */
  readonly isSwapped: boolean;
}

/**
 * Puts a layer's coordinates into degrees: by what the person says, else what the file says, else by their range, in which
 * only degrees and the British National Grid are recognised.
 *
 * @param flag the beginning of the layer's flags, for remedies: `--lower`
 * @throws {ImportError} when they cannot be what they are said to be, or nothing is known of them
 */
export function locatedLayer(layer: LayerFile, asked: AskedCoordinates, flag: string): LocatedLayer {
  const refuse = ({ what, remedy }: CrsRefusal) => new ImportError({ where: layer.file, what, remedy });
  const turned = asked.isSwapped ? layer.features.map((item) => mapped(item, ([x, y]) => [y, x])) : layer.features;
  const range = coordinateBox(turned.map(({ geometry }) => geometry));
  if (range === null)
    return { file: layer, features: turned, box: [0, 0, 0, 0], place: { label: "none", accuracyM: 0 } };

  const claim = claimOf(layer, asked, range, flag);
  if (!("crs" in claim)) throw refuse(claim);
  const contradiction = contradictionOf(claim, range, flag);
  if (contradiction !== null) throw refuse(contradiction);

  const placed = claim.crs.proj4 === null ? turned : transformed(turned, claim.crs.proj4);
  const features = placed.map((item) => ({ ...item, geometry: cutAtAntimeridian(item.geometry) }));
  const box = coordinateBox(features.map(({ geometry }) => geometry)) ?? range;
  if (![...box].every(Number.isFinite) || Math.abs(box[1]) > 90 || Math.abs(box[3]) > 90) {
    const what = `its coordinates, from [${texts(range)}] on, are no places of ${claim.label}`;
    throw refuse({ what, remedy: `say which system they are in with ${flag}-crs` });
  }
  return { file: layer, features, box, place: { label: claim.label, accuracyM: claim.crs.accuracyM } };
}

type Claim = CrsClaim | CrsRefusal;

function claimOf(layer: LayerFile, asked: AskedCoordinates, range: CoordinateBox, flag: string): Claim {
  if (asked.crs !== null) return askedCrs(asked.crs);
  if (layer.crs !== null) return statedCrs(layer.crs);
  if (isDegrees(range)) return byRange(4326, "degrees");
  if (isBritishGrid(range)) return byRange(27700, "British National Grid");
  if (isLatitudeFirst(range)) return latitudeFirst(range, flag);
  return {
    what: `its coordinates run from [${texts(range).slice(0, 2).join(", ")}] to [${texts(range).slice(2).join(", ")}] and the file does not say in which system`,
    remedy: `say so with ${flag}-crs EPSG:xxxx`,
  };
}

function byRange(code: number, what: string): Claim {
  const crs = knownCrs(code);
  if (crs === null) throw new RangeError(`EPSG:${code} is to be known`);
  return { label: `${what} by the range of its coordinates`, crs };
}

/** What speaks against coordinates being what they are said to be; null when nothing does. */
function contradictionOf({ label, crs }: CrsClaim, range: CoordinateBox, flag: string): CrsRefusal | null {
  const isGeographic = crs.proj4 === null || crs.proj4.startsWith("+proj=longlat");
  if (isGeographic && isLatitudeFirst(range)) return latitudeFirst(range, flag);
  if (isGeographic && !isDegrees(range)) {
    const likely = isBritishGrid(range)
      ? "EPSG:27700: they look like the British National Grid"
      : "its real system, EPSG:xxxx";
    return {
      what: `is said to be in ${label}, but its coordinates run from [${texts(range).slice(0, 2).join(", ")}] to [${texts(range).slice(2).join(", ")}]: metres, not degrees`,
      remedy: `say ${flag}-crs ${likely}`,
    };
  }
  if (!isGeographic && isDegrees(range)) {
    return {
      what: `is said to be in ${label}, but its coordinates run from [${texts(range).slice(0, 2).join(", ")}] to [${texts(range).slice(2).join(", ")}]: degrees, not metres`,
      remedy: `say ${flag}-crs EPSG:4326`,
    };
  }
  return null;
}

function latitudeFirst(range: CoordinateBox, flag: string): CrsRefusal {
  return {
    what: `its second coordinates run from ${texts(range)[1]} to ${texts(range)[3]}, which no latitude does: latitude seems to come first`,
    remedy: `say ${flag}-axes yx, or write the file again with longitude first`,
  };
}

// A little more than a turn of the Earth: layers across the antimeridian go on beyond 180.
const MOST_LON = 360;

function isDegrees([west, south, east, north]: CoordinateBox): boolean {
  return west >= -MOST_LON && east <= MOST_LON && south >= -90 && north <= 90;
}

function isLatitudeFirst([west, south, east, north]: CoordinateBox): boolean {
  return west >= -90 && east <= 90 && south >= -180 && north <= 180 && (south < -90 || north > 90);
}

// The grid's own extent, a little widened for waters.
function isBritishGrid([west, south, east, north]: CoordinateBox): boolean {
  return west >= -100_000 && east <= 800_000 && south >= -50_000 && north <= 1_350_000;
}

function transformed(features: readonly FileFeature[], definition: string): FileFeature[] {
  const { forward } = proj4(definition, "WGS84");
  return features.map((item) =>
    mapped(item, (position) => {
      const [lon = Number.NaN, lat = Number.NaN] = forward([position[0], position[1]]);
      return [lon, lat];
    }),
  );
}

function mapped(item: FileFeature, map: (position: readonly [number, number]) => [number, number]): FileFeature {
  return { ...item, geometry: mappedGeometry(item.geometry, map) };
}

function texts(box: CoordinateBox): string[] {
  return box.map((value) => String(Number(value.toPrecision(7))));
}
