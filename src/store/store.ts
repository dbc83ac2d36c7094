import type { Blocks } from "../model/area.js";
import type { EditionId } from "../model/code.js";
import type { EditionFacts, Facts } from "../model/facts.js";
import type { Detail } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";

/** What the serving half asks of a built file. Read-only; asynchronous, as a store may be on another machine. */
export interface Store {
  /** Of the built file, for a thread that opens it for itself. By now another file may be there. */
  readonly path: string;
  /** Everything but shapes. */
  loadFacts(): Promise<Facts>;
  /**
   * An edition's layers on shared arcs, every geometry's id its code, with the overlaps that are only part of their council
   * under their `overlapId`; null when there is no such edition.
   */
  topology(editionId: EditionId, detail: Detail): Promise<LayerTopology | null>;
  /** The same as it is stored: TopoJSON, a text that another thread may read. */
  topologyText(editionId: EditionId, detail: Detail): Promise<string | null>;
  /** An edition's small areas, by code; null when there is no such edition or it does not know people. */
  blocks(editionId: EditionId): Promise<Blocks | null>;
  close(): Promise<void>;
}

/** What the build hands over for one edition. */
export interface BuiltEdition {
  readonly facts: EditionFacts;
  readonly topologies: Readonly<Record<Detail, LayerTopology>>;
  /** null when people are not known. */
  readonly blocks: Blocks | null;
}

/** A built file that cannot be used: missing, damaged, or of another version of this program. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
