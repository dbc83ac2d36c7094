import { readFileSync } from "node:fs";
import type { LayerTopology } from "../model/topology.js";

/** Reads a TopoJSON topology: numbers in its arcs, objects by name. null when the file holds no such thing. */
export function parsedTopology(path: string): LayerTopology | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    const json = JSON.parse(text);
    return isTopology(json) ? (json as unknown as LayerTopology) : null;
  } catch {
    return null;
  }
}

function isTopology(json: unknown): json is Record<string, unknown> {
  if (!isObject(json) || json.type !== "Topology" || !isObject(json.objects)) return false;
  const { arcs, transform } = json;
  const isTransform =
    transform === undefined || (isObject(transform) && isPosition(transform.scale) && isPosition(transform.translate));
  return isTransform && Array.isArray(arcs) && arcs.every(isArc);
}

function isArc(arc: unknown): boolean {
  return Array.isArray(arc) && arc.length >= 2 && arc.every(isPosition);
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

/** Whether a value of a JSON file is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
