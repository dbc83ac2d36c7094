import type { LonLat } from "@coterminous/overlap";
import { BadInputError } from "@coterminous/overlap";

/** The argument minFootprints. @throws {BadInputError} below 1 */
export function validateMinFootprints(count: number): number {
  if (count >= 1) return count;
  throw new BadInputError(`minFootprints is ${count}; expected 1 or more`);
}

/** A tolerance in metres; undefined means the edition's own. @throws {BadInputError} below 0 or not finite */
export function validateTolerance(toleranceM: number | null | undefined): number | undefined {
  if (toleranceM === null || toleranceM === undefined) return undefined;
  if (toleranceM >= 0 && Number.isFinite(toleranceM)) return toleranceM;
  throw new BadInputError(`sliverToleranceM is ${toleranceM}; expected metres, 0 or more`);
}

/** Whether an optional argument has a value. */
export function isPresent<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** A position on Earth, degrees. @throws {BadInputError} outside the range of longitude or latitude */
export function validateLonLat(longitude: number, latitude: number): LonLat {
  if (!(Math.abs(longitude) <= 180)) {
    throw new BadInputError(`longitude is ${longitude}; expected degrees from -180 to 180, east positive`);
  }
  if (!(Math.abs(latitude) <= 90)) {
    throw new BadInputError(`latitude is ${latitude}; expected degrees from -90 to 90, north positive`);
  }
  return [longitude, latitude];
}
