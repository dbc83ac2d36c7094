import { realOverlapsOfAuthority } from "../../../analysis/filter-overlaps.js";
import { overlapShares } from "../../../analysis/shares.js";
import { mainFootprint } from "../../../analysis/spanning/main-footprint.js";
import { preferredWeight } from "../../../analysis/weight.js";
import type { Tier } from "../../../model/area.js";
import type { MapFeature } from "../map-document.js";
import { geometryLookup, type LayerContext, layerOfTier } from "./layer-context.js";

/** The councils of a tier with their number of footprints and their main footprint. */
export function authorityFeatures(context: LayerContext, tier: Tier): MapFeature[] {
  const { facts } = context;
  const geometryOf = geometryLookup(context, layerOfTier(tier));
  const weight = preferredWeight(facts);
  return facts.authorities
    .filter(({ tiers }) => tiers.includes(tier))
    .map(({ code, name, type, areaM2, population }) => {
      const main = mainFootprint(code, facts, { weight });
      const shares = main === null ? null : overlapShares(main, facts);
      return {
        id: code,
        geometry: geometryOf(code),
        properties: {
          code,
          name,
          type,
          areaM2,
          population,
          footprintCount: realOverlapsOfAuthority(code, facts).length,
          mainFootprintCode: main?.footprintCode ?? null,
          mainFootprintName: main === null ? null : (facts.footprintByCode.get(main.footprintCode)?.name ?? null),
          mainFootprintShareOfArea: shares?.ofAuthorityArea ?? null,
          mainFootprintShareOfPopulation: shares?.ofAuthorityPopulation ?? null,
        },
      };
    });
}
