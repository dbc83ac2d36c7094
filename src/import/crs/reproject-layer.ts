import type { LonLatBox } from "@coterminous/overlap";
import proj4 from "proj4";
import {
  type CoordinateBox,
  coordinateBox,
  EMPTY_BOX,
  mapGeometry,
  type VectorFeature,
  type VectorLayer,
} from "../formats/vector-layer.js";
import { ImportError } from "../import-error.js";
import { findCrs } from "./crs-registry.js";
import { type CrsError, crsFromFile, crsFromOption, type IdentifiedCrs } from "./parse-crs.js";
import { splitAtAntimeridian } from "./split-antimeridian.js";

/** A layer in degrees, WGS 84. */
export interface ReprojectedLayer {
  readonly file: VectorLayer;
  readonly features: readonly VectorFeature[];
  readonly box: LonLatBox;
  readonly crs: CrsDecision;
}

/** The coordinate system that a layer was read in. */
export interface CrsDecision {
  /** `EPSG:27700 (British National Grid)`. */
  readonly label: string;
  /** Accuracy of the transformation to WGS 84, metres; 0 for none or an exact one. */
  readonly accuracyM: number;
}

/** `EPSG:27700 (British National Grid), accurate to about 2 m`. */
export function describeCrs({ label, accuracyM }: CrsDecision): string {
  return accuracyM === 0 ? label : `${label}, accurate to about ${accuracyM} m`;
}

/** The flags on a layer's coordinates. */
export interface CrsOptions {
  /** `EPSG:27700`; null to use what the file declares. */
  readonly crs: string | null;
  /** Whether latitude comes before longitude, or northing before easting. */
  readonly isSwapped: boolean;
}

/**
 * Reprojects a layer to degrees, WGS 84. Its system is the one of the flag, else the one that the file declares, else that
 * of its coordinates' range: degrees or the British National Grid.
 *
 * @param flag the prefix of the layer's flags, for remedies: `--lower`
 * @throws {ImportError} when the system is unknown or contradicts the coordinates
 */
export function reprojectLayer(layer: VectorLayer, options: CrsOptions, flag: string): ReprojectedLayer {
  const crsError = ({ what, remedy }: CrsError) => new ImportError({ where: layer.file, what, remedy });
  const ordered = options.isSwapped
    ? layer.features.map((item) => mapFeature(item, ([x, y]) => [y, x]))
    : layer.features;
  const range = coordinateBox(ordered.map(({ geometry }) => geometry));
  if (range === null) return { file: layer, features: ordered, box: EMPTY_BOX, crs: { label: "none", accuracyM: 0 } };

  const evidence = determineCrs(layer, options, range, flag);
  if (!("crs" in evidence)) throw crsError(evidence);
  const contradiction = findContradiction(evidence, range, flag);
  if (contradiction !== null) throw crsError(contradiction);

  const reprojected = evidence.crs.proj4 === null ? ordered : transformFeatures(ordered, evidence.crs.proj4);
  const features = reprojected.map((item) => ({ ...item, geometry: splitAtAntimeridian(item.geometry) }));
  const box = coordinateBox(features.map(({ geometry }) => geometry)) ?? range;
  if (![...box].every(Number.isFinite) || Math.abs(box[1]) > 90 || Math.abs(box[3]) > 90) {
    const what = `the coordinates, ${formatRange(range)}, lie outside the range of ${evidence.label}`;
    throw crsError({ what, remedy: `name their coordinate system with ${flag}-crs` });
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
    what: `the file does not declare the coordinate system of its coordinates, ${formatRange(range)}`,
    remedy: `name it with ${flag}-crs EPSG:xxxx`,
  };
}

function crsFromRange(code: number, what: string): CrsEvidence {
  const crs = findCrs(code);
  if (crs === null) throw new RangeError(`EPSG:${code} is not in the registry`);
  return { label: `${what}, by the range of the coordinates`, crs };
}

/** Why the coordinates cannot be in a system; null when they can. */
function findContradiction({ label, crs }: IdentifiedCrs, range: CoordinateBox, flag: string): CrsError | null {
  const isGeographic = crs.proj4 === null || crs.proj4.startsWith("+proj=longlat");
  if (isGeographic && isLatitudeFirst(range)) return latitudeFirstError(range, flag);
  if (isGeographic && !isDegrees(range)) {
    const likely = isBritishGrid(range)
      ? "EPSG:27700: they look like the British National Grid"
      : "EPSG:xxxx, their real system";
    return {
      what: `the system is ${label}, but the coordinates, ${formatRange(range)}, are metres, not degrees`,
      remedy: `pass ${flag}-crs ${likely}`,
    };
  }
  if (!isGeographic && isDegrees(range)) {
    return {
      what: `the system is ${label}, but the coordinates, ${formatRange(range)}, are degrees, not metres`,
      remedy: `pass ${flag}-crs EPSG:4326`,
    };
  }
  return null;
}

function latitudeFirstError(range: CoordinateBox, flag: string): CrsError {
  return {
    what: `latitude seems to come first: the second coordinates, ${formatRange(range)}, are not latitudes`,
    remedy: `pass ${flag}-axes yx, or save the file with longitude first`,
  };
}

// Degrees; layers across the antimeridian may continue beyond 180.
const MAX_LON = 360;

function isDegrees([west, south, east, north]: CoordinateBox): boolean {
  return west >= -MAX_LON && east <= MAX_LON && south >= -90 && north <= 90;
}

function isLatitudeFirst([west, south, east, north]: CoordinateBox): boolean {
  return west >= -90 && east <= 90 && south >= -180 && north <= 180 && (south < -90 || north > 90);
}

// The extent of the grid, metres, widened for coastal waters.
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

/** `from [-2, 51] to [-1, 52]`. */
function formatRange(box: CoordinateBox): string {
  const [west, south, east, north] = box.map((value) => Number(value.toPrecision(7)));
  return `from [${west}, ${south}] to [${east}, ${north}]`;
}
