import { mainFootprint } from "../analysis/main-footprint.js";
import { overlapShares } from "../analysis/overlap-shares.js";
import { realOverlapsOfAuthority } from "../analysis/real-overlaps.js";
import { preferredWeight } from "../analysis/weight.js";
import type { MapFeature } from "../formats/map-document.js";
import type { Tier } from "../model/area.js";
import { geometryFinder, type LayerScope, layerOfTier } from "./layer-scope.js";

/** The councils of a tier with how many footprints they lie in, and the one that holds most of them. */
export function authorityFeatures(scope: LayerScope, tier: Tier): MapFeature[] {
  const { facts } = scope;
  const geometryOf = geometryFinder(scope, layerOfTier(tier));
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
