import { overlapShares } from "../../../analysis/shares.js";
import { isSliver } from "../../../analysis/sliver.js";
import { overlapId } from "../../../model/topology.js";
import type { MapFeature } from "../map-document.js";
import { geometryLookup, type LayerContext } from "./layer-context.js";

/**
 * The overlaps of footprints and councils of a tier, or of both tiers, by land and by people. Slivers have a row but no
 * geometry.
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
        // An overlap without a geometry of its own is the whole council.
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
