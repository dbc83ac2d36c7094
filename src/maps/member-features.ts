import type { MapFeature } from "../formats/map-document.js";
import { geometryFinder, type LayerScope } from "./layer-scope.js";

/** The members with the footprint they belong to. */
export function memberFeatures(scope: LayerScope): MapFeature[] {
  const { facts } = scope;
  const geometryOf = geometryFinder(scope, "members");
  return facts.members.map(({ code, name, odsCode, footprintCode, areaM2, population }) => ({
    id: code,
    geometry: geometryOf(code),
    properties: {
      code,
      name,
      odsCode,
      footprintCode,
      footprintName: facts.footprintByCode.get(footprintCode)?.name ?? null,
      areaM2,
      population,
    },
  }));
}
