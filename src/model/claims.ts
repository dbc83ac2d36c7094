import type { FootprintCode, MemberCode } from "./code.js";

/** A published claim about these areas, to check against the boundaries. */
export interface ReportedClaim {
  readonly id: string;
  /** Which computation answers it: FOOTPRINTS_OF_COUNCIL, RATING_COUNT, … */
  readonly kind: string;
  /** The code or rating it is about; null for the whole edition. */
  readonly subject: string | null;
  /** The reported value, as written: "7", "true", "many". */
  readonly value: string;
  readonly statement: string;
  readonly source: string;
}

/** A part of a footprint, as it divided itself. */
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
