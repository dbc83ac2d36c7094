// A thread that draws an edition at every zoom of the web map, which takes some seconds, unless it was drawn before.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parentPort } from "node:worker_threads";
import type { LayerTopology, LeastZooms } from "../model/topology.js";
import { zoomTopologies } from "../topology/zoom-topologies.js";
import type { Thread } from "./thread.js";

/** Draw an edition. */
export interface DrawTask {
  readonly kind: "DRAW";
  /** Its topology at full detail, as it is stored. */
  readonly topology: string;
  readonly leastZooms: LeastZooms;
  /** Where the drawing is kept, or is to be; null for nowhere. */
  readonly file: string | null;
}

/** A zoom as it passes between threads. */
export interface ZoomText {
  readonly extent: number;
  /** TopoJSON. */
  readonly topology: string;
}

/** The thread as seen from the one that starts it; the answer has every zoom from 0. */
export type ZoomsThread = Thread<DrawTask, { readonly DRAW: readonly ZoomText[] }>;

parentPort?.on("message", (task: DrawTask) => parentPort?.postMessage(drawn(task)));

function drawn({ topology, leastZooms, file }: DrawTask): readonly ZoomText[] {
  if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const zooms = zoomTopologies(JSON.parse(topology) as LayerTopology, leastZooms).map((zoom) => ({
    extent: zoom.extent,
    topology: JSON.stringify(zoom.topology),
  }));
  if (file !== null) keep(file, JSON.stringify(zooms));
  return zooms;
}

// A reader sees the whole file or none. Where nothing can be written it is drawn again next time.
function keep(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}
