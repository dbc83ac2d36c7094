import { mergeArcs } from "topojson-client";
import { scenario } from "../analysis/scenario.js";
import type { MapFeature } from "../formats/map-document.js";
import type { AreaGeometry } from "../model/topology.js";
import { geometryFinder, type LayerScope, layerOfTier, tierOf } from "./layer-scope.js";

/** The footprints redrawn on the lines of a tier's councils; one that keeps no council has no shape. */
export function scenarioFeatures(scope: LayerScope): MapFeature[] {
  const { facts, topology, weight } = scope;
  const tier = tierOf(scope);
  const geometryOf = geometryFinder(scope, layerOfTier(tier));
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
