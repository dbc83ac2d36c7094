import type { FootprintCode, MemberCode } from "./code.js";

/** Something reported about these areas, to be checked against the boundaries. */
export interface ReportedClaim {
  readonly id: string;
  /** Which computation answers it: FOOTPRINTS_OF_COUNCIL, RATING_COUNT, … */
  readonly kind: string;
  /** The code or rating it speaks of; null for the whole edition. */
  readonly subject: string | null;
  /** What was reported, as written: "7", "true", "many". */
  readonly value: string;
  readonly statement: string;
  readonly source: string;
}

/** A part into which a footprint divided itself. */
export interface FootprintPart {
  readonly footprintCode: FootprintCode;
  readonly name: string;
  readonly memberCodes: readonly MemberCode[];
  readonly source: string;
}

/** Who led a footprint. */
export interface Leader {
  readonly footprintCode: FootprintCode;
  readonly name: string;
  readonly organisation: string;
  /** COUNCIL or NHS. */
  readonly sector: string;
  readonly source: string;
}
