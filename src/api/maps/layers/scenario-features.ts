import { mergeArcs } from "topojson-client";
import { scenario } from "../../../analysis/scenario/scenario.js";
import type { AreaGeometry } from "../../../model/topology.js";
import type { MapFeature } from "../map-document.js";
import { geometryLookup, type LayerContext, layerOfTier, tierOf } from "./layer-context.js";

/** The footprints redrawn along the boundaries of a tier's councils; one without councils has no geometry. */
export function scenarioFeatures(context: LayerContext): MapFeature[] {
  const { facts, topology, weight } = context;
  const tier = tierOf(context);
  const geometryOf = geometryLookup(context, layerOfTier(tier));
  return scenario(facts, { tier, weight }).footprints.map(({ footprint, authorities, ...after }) => {
    const { code, name } = footprint;
    const parts = authorities.map((authority) => geometryOf(authority.code)).filter((part) => part !== null);
    return {
      id: code,
      geometry: parts.length === 0 ? null : (mergeArcs(topology, parts) as AreaGeometry),
      properties: {
        code,
        name,
        tier,
        weight,
        authorityCount: authorities.length,
        authorityCodes: authorities.map((authority) => authority.code).join(" "),
        areaBeforeM2: footprint.areaM2,
        areaAfterM2: authorities.reduce((sum, { areaM2 }) => sum + areaM2, 0),
        populationBefore: after.populationBefore,
        populationAfter: after.populationAfter,
        verdictAfter: after.verdictAfter,
      },
    };
  });
}
