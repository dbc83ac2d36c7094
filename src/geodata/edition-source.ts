import type { AuthorityType } from "../model/area.js";
import type { Blocks } from "../model/blocks.js";
import type { Boundary } from "../model/boundary.js";
import type { FootprintCode, MemberCode } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import type { LayerName } from "../model/layer.js";
import type { SchemeValue, SourcedRating } from "../model/rating.js";
import type { FootprintPart, Leader, ReportedClaim } from "../model/reported.js";
import type { LayerTopology } from "../model/topology.js";

/** One area as published: what it is called and where it lies, nothing measured yet. */
export interface AreaSource {
  readonly code: string;
  readonly name: string;
  readonly odsCode: string | null;
  /** null for footprints and members. */
  readonly type: AuthorityType | null;
  readonly aliases: readonly string[];
  readonly boundary: Boundary;
}

/** An edition's files, read and checked. Areas are sorted by code. */
export interface EditionSource {
  readonly edition: Edition;
  readonly layers: Readonly<Record<LayerName, readonly AreaSource[]>>;
  /** The same boundaries on shared arcs, for simplifying. */
  readonly topology: LayerTopology;
  /** null when the edition has no blocks.csv: people are then not known. */
  readonly blocks: Blocks | null;
  /** Which footprint a table says a member belongs to; where it says nothing, the boundaries decide. */
  readonly footprintOfMember: ReadonlyMap<MemberCode, FootprintCode>;
  readonly schemes: readonly SchemeValue[];
  readonly ratings: readonly SourcedRating[];
  readonly claims: readonly ReportedClaim[];
  readonly parts: readonly FootprintPart[];
  readonly leaders: readonly Leader[];
}
