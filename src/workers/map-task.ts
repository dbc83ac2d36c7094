/** What the thread that draws maps is asked to do. */
export interface DrawMapTask {
  readonly kind: "DRAW";
  /** The built file, which the thread opens for itself: what is in it would take long to send. */
  readonly storePath: string;
  /** Of the data that is meant: another file may have been put there since. */
  readonly dataVersion: string;
  /** The map's, as its client asked for it. */
  readonly address: string;
}

/** A map's file. */
export interface DrawnMap {
  readonly kind: "DRAWN";
  /** Handed over, not copied. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `contentTag` of the bytes. */
  readonly tag: string;
}

/** Why an address leads to no map: the facts of a MapError, which does not pass between threads as itself. */
export interface RefusedMap {
  readonly kind: "REFUSED";
  readonly status: 400 | 404;
  readonly message: string;
}

/** The built file is another than is meant, or cannot be opened any more. */
export interface OtherData {
  readonly kind: "OTHER_DATA";
}

/** The answer to each kind of task. */
export interface MapAnswers {
  readonly DRAW: DrawnMap | RefusedMap | OtherData;
}
