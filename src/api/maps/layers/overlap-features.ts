import { overlapShares } from "../../../analysis/shares.js";
import { isSliver } from "../../../analysis/sliver.js";
import { overlapId } from "../../../model/topology.js";
import type { MapFeature } from "../map-document.js";
import { geometryLookup, type LayerContext } from "./layer-context.js";

/**
 * Every pair of a footprint and a council of a tier, or of both tiers, with what they share, by land and by people. Only
 * real overlaps have a shape: a sliver stands in the table and not on the map.
 */
export function overlapFeatures(context: LayerContext): MapFeature[] {
  const { facts, tier } = context;
  const partial = geometryLookup(context, "overlaps");
  const upper = geometryLookup(context, "upper_tier");
  const lower = geometryLookup(context, "lower_tier");
  return facts.overlaps
    .filter(({ tiers }) => tier === null || tiers.includes(tier))
    .map((overlap) => {
      const { footprintCode, authorityCode } = overlap;
      const authority = facts.authorityByCode.get(authorityCode);
      const shares = overlapShares(overlap, facts);
      const isSliverOverlap = isSliver(overlap, facts);
      const id = overlapId(footprintCode, authorityCode);
      return {
        id,
        // What is not part of its council is all of it.
        geometry: isSliverOverlap ? null : (partial(id) ?? upper(authorityCode) ?? lower(authorityCode)),
        properties: {
          footprintCode,
          footprintName: facts.footprintByCode.get(footprintCode)?.name ?? null,
          authorityCode,
          authorityName: authority?.name ?? null,
          authorityType: authority?.type ?? null,
          tiers: overlap.tiers.join(" "),
          areaM2: overlap.areaM2,
          population: overlap.population,
          shareOfFootprintArea: shares.ofFootprintArea,
          shareOfAuthorityArea: shares.ofAuthorityArea,
          shareOfFootprintPopulation: shares.ofFootprintPopulation,
          shareOfAuthorityPopulation: shares.ofAuthorityPopulation,
          thicknessM: overlap.thicknessM,
          outsideThicknessM: overlap.outsideThicknessM,
          isSliver: isSliverOverlap,
        },
      };
    });
}
