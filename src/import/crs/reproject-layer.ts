import type { LonLatBox } from "@coterminous/overlap";
import proj4 from "proj4";
import type { VectorFeature, VectorLayer } from "../formats/vector-layer.js";
import { ImportError } from "../import-error.js";
import { findCrs } from "./crs-registry.js";
import { type CoordinateBox, coordinateBox, mapGeometry } from "./map-coordinates.js";
import { type CrsError, crsFromFile, crsFromOption, type IdentifiedCrs } from "./parse-crs.js";
import { splitAtAntimeridian } from "./split-antimeridian.js";

/** A layer whose coordinates are degrees of WGS 84. */
export interface ReprojectedLayer {
  readonly file: VectorLayer;
  readonly features: readonly VectorFeature[];
  readonly box: LonLatBox;
  readonly crs: CrsDecision;
}

/** What a layer's coordinates were taken for. */
export interface CrsDecision {
  /** `EPSG:27700 (British National Grid)`. */
  readonly label: string;
  /** How far a place may have come out from where it is, metres; 0 when nothing was transformed. */
  readonly accuracyM: number;
}

/** The same in words. */
export function describeCrs({ label, accuracyM }: CrsDecision): string {
  return accuracyM === 0 ? label : `${label}, placed to about ${accuracyM} m`;
}

/** What the person says of a layer's coordinates. */
export interface CrsOptions {
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
export function reprojectLayer(layer: VectorLayer, options: CrsOptions, flag: string): ReprojectedLayer {
  const refuse = ({ what, remedy }: CrsError) => new ImportError({ where: layer.file, what, remedy });
  const ordered = options.isSwapped
    ? layer.features.map((item) => mapFeature(item, ([x, y]) => [y, x]))
    : layer.features;
  const range = coordinateBox(ordered.map(({ geometry }) => geometry));
  if (range === null)
    return { file: layer, features: ordered, box: [0, 0, 0, 0], crs: { label: "none", accuracyM: 0 } };

  const evidence = determineCrs(layer, options, range, flag);
  if (!("crs" in evidence)) throw refuse(evidence);
  const contradiction = findContradiction(evidence, range, flag);
  if (contradiction !== null) throw refuse(contradiction);

  const reprojected = evidence.crs.proj4 === null ? ordered : transformFeatures(ordered, evidence.crs.proj4);
  const features = reprojected.map((item) => ({ ...item, geometry: splitAtAntimeridian(item.geometry) }));
  const box = coordinateBox(features.map(({ geometry }) => geometry)) ?? range;
  if (![...box].every(Number.isFinite) || Math.abs(box[1]) > 90 || Math.abs(box[3]) > 90) {
    const what = `its coordinates, from [${formatCoordinates(range)}] on, are no places of ${evidence.label}`;
    throw refuse({ what, remedy: `say which system they are in with ${flag}-crs` });
  }
  return { file: layer, features, box, crs: { label: evidence.label, accuracyM: evidence.crs.accuracyM } };
}

type CrsEvidence = IdentifiedCrs | CrsError;

function determineCrs(layer: VectorLayer, options: CrsOptions, range: CoordinateBox, flag: string): CrsEvidence {
  if (options.crs !== null) return crsFromOption(options.crs);
  if (layer.crs !== null) return crsFromFile(layer.crs);
  if (isDegrees(range)) return crsFromRange(4326, "degrees");
  if (isBritishGrid(range)) return crsFromRange(27700, "British National Grid");
  if (isLatitudeFirst(range)) return latitudeFirstError(range, flag);
  return {
    what: `its coordinates run from [${formatCoordinates(range).slice(0, 2).join(", ")}] to [${formatCoordinates(range).slice(2).join(", ")}] and the file does not say in which system`,
    remedy: `say so with ${flag}-crs EPSG:xxxx`,
  };
}

function crsFromRange(code: number, what: string): CrsEvidence {
  const crs = findCrs(code);
  if (crs === null) throw new RangeError(`EPSG:${code} is to be known`);
  return { label: `${what} by the range of its coordinates`, crs };
}

/** What speaks against coordinates being what they are said to be; null when nothing does. */
function findContradiction({ label, crs }: IdentifiedCrs, range: CoordinateBox, flag: string): CrsError | null {
  const isGeographic = crs.proj4 === null || crs.proj4.startsWith("+proj=longlat");
  if (isGeographic && isLatitudeFirst(range)) return latitudeFirstError(range, flag);
  if (isGeographic && !isDegrees(range)) {
    const likely = isBritishGrid(range)
      ? "EPSG:27700: they look like the British National Grid"
      : "its real system, EPSG:xxxx";
    return {
      what: `is said to be in ${label}, but its coordinates run from [${formatCoordinates(range).slice(0, 2).join(", ")}] to [${formatCoordinates(range).slice(2).join(", ")}]: metres, not degrees`,
      remedy: `say ${flag}-crs ${likely}`,
    };
  }
  if (!isGeographic && isDegrees(range)) {
    return {
      what: `is said to be in ${label}, but its coordinates run from [${formatCoordinates(range).slice(0, 2).join(", ")}] to [${formatCoordinates(range).slice(2).join(", ")}]: degrees, not metres`,
      remedy: `say ${flag}-crs EPSG:4326`,
    };
  }
  return null;
}

function latitudeFirstError(range: CoordinateBox, flag: string): CrsError {
  return {
    what: `its second coordinates run from ${formatCoordinates(range)[1]} to ${formatCoordinates(range)[3]}, which no latitude does: latitude seems to come first`,
    remedy: `say ${flag}-axes yx, or write the file again with longitude first`,
  };
}

// A little more than a turn of the Earth: layers across the antimeridian go on beyond 180.
const MAX_LON = 360;

function isDegrees([west, south, east, north]: CoordinateBox): boolean {
  return west >= -MAX_LON && east <= MAX_LON && south >= -90 && north <= 90;
}

function isLatitudeFirst([west, south, east, north]: CoordinateBox): boolean {
  return west >= -90 && east <= 90 && south >= -180 && north <= 180 && (south < -90 || north > 90);
}

// The grid's own extent, a little widened for waters.
function isBritishGrid([west, south, east, north]: CoordinateBox): boolean {
  return west >= -100_000 && east <= 800_000 && south >= -50_000 && north <= 1_350_000;
}

function transformFeatures(features: readonly VectorFeature[], definition: string): VectorFeature[] {
  const { forward } = proj4(definition, "WGS84");
  return features.map((item) =>
    mapFeature(item, (position) => {
      const [lon = Number.NaN, lat = Number.NaN] = forward([position[0], position[1]]);
      return [lon, lat];
    }),
  );
}

function mapFeature(
  item: VectorFeature,
  map: (position: readonly [number, number]) => [number, number],
): VectorFeature {
  return { ...item, geometry: mapGeometry(item.geometry, map) };
}

function formatCoordinates(box: CoordinateBox): string[] {
  return box.map((value) => String(Number(value.toPrecision(7))));
}
