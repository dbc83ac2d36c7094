import { type Coverage, coverage, coverageFindings } from "../doctor/mutual-coverage.js";
import type { LayerName } from "../model/layer.js";
import type { LayerToMeasure } from "./derived-tolerance.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer } from "./imported-layer.js";

/** The layers that an edition is made of, and what is to be said of how they cover each other. */
export interface CoveredLayers {
  readonly layers: readonly ImportedLayer[];
  readonly notes: readonly string[];
}

const TIERS: readonly LayerName[] = ["upper_tier", "lower_tier"];

/**
 * Layers without the authorities and members that meet no footprint but in slivers: nothing could be said of them. An
 * authority that meets one in either tier stays in both.
 *
 * @throws {ImportError} when nothing of a layer is left
 */
export function coveredLayers(layers: readonly LayerToMeasure[], toleranceM: number): CoveredLayers {
  const examined = layers.map((layer) => ({ ...layer, title: layer.file.file }));
  const footprints = examined.find(({ layer }) => layer === "footprints");
  if (footprints === undefined) return { layers, notes: [] };
  const looked = examined
    .filter((layer) => layer !== footprints)
    .map((layer) => {
      const there = coverage(layer, footprints, toleranceM);
      const back = coverage(footprints, layer, toleranceM);
      return { layer: layer.layer, codes: codesMet(layer.areas, there), there, back };
    });
  const inTiers = new Set(looked.filter(({ layer }) => TIERS.includes(layer)).flatMap(({ codes }) => codes));
  const kept = layers.map((layer) => {
    const own = looked.find((other) => other.layer === layer.layer);
    if (own === undefined) return layer; // the footprints
    const met = TIERS.includes(layer.layer) ? inTiers : new Set(own.codes);
    return { ...layer, areas: layer.areas.filter(({ code }) => met.has(code)) };
  });
  const empty = kept.find(({ areas }) => areas.length === 0);
  if (empty !== undefined) {
    throw new ImportError({
      where: `${empty.file.file} and ${footprints.title}`,
      what: "have no land in common but slivers",
      remedy: "give layers of the same place, and check in which system their coordinates are",
    });
  }
  const notes = looked.flatMap(({ there, back }) => [
    ...notesOf(there, back, toleranceM, "they are left out of the edition"),
    ...notesOf(back, there, toleranceM, "they stay in the edition, with no overlaps"),
  ]);
  return { layers: kept, notes };
}

function codesMet(areas: LayerToMeasure["areas"], { notCovered }: Coverage): string[] {
  const unmet = new Set(notCovered.map(({ code }) => code));
  return areas.map(({ code }) => code).filter((code) => !unmet.has(code));
}

function notesOf(there: Coverage, back: Coverage, toleranceM: number, consequence: string): string[] {
  return coverageFindings(there, back, { toleranceM, consequence }).map(({ layer, what }) => `${layer}: ${what}.`);
}
