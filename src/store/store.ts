import type { Blocks } from "../model/area.js";
import type { EditionId } from "../model/code.js";
import type { EditionFacts, Facts } from "../model/facts.js";
import type { Detail } from "../model/layer.js";
import type { LayerTopology } from "../model/topology.js";

/** Read-only access to a database. Asynchronous, because a store may be on another machine. */
export interface Store {
  /** The path of the database, for threads that open it themselves. A newer database may have replaced it. */
  readonly path: string;
  /** Everything but shapes. */
  loadFacts(): Promise<Facts>;
  /**
   * An edition's layers on shared arcs, every geometry's id its code, with the overlaps that are only part of their council
   * under their `overlapId`; null when there is no such edition.
   */
  topology(editionId: EditionId, detail: Detail): Promise<LayerTopology | null>;
  /** The topology as stored: TopoJSON text, which passes to threads cheaply. */
  topologyText(editionId: EditionId, detail: Detail): Promise<string | null>;
  /** An edition's small areas, by code; null when there is no such edition or its population is unknown. */
  blocks(editionId: EditionId): Promise<Blocks | null>;
  close(): Promise<void>;
}

/** One edition, ready to be written. */
export interface BuiltEdition {
  readonly facts: EditionFacts;
  readonly topologies: Readonly<Record<Detail, LayerTopology>>;
  /** null when the population is unknown. */
  readonly blocks: Blocks | null;
}

/** A database that cannot be used: missing, damaged, or of another version of this program. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
