import { coterminosity } from "../../../analysis/coterminosity/coterminosity.js";
import { ratingOfFootprint } from "../../../analysis/ratings/rating-of-footprint.js";
import { groupBy } from "../../../model/group-by.js";
import type { MapFeature } from "../map-document.js";
import { geometryLookup, type LayerContext, tierOf } from "./layer-context.js";

/**
 * The footprints with their rating and their fit with the councils of a tier. A rating that is not sourced is null, and
 * `possibleRatings` lists the values still possible.
 */
export function footprintFeatures(context: LayerContext): MapFeature[] {
  const { facts } = context;
  const tier = tierOf(context);
  const geometryOf = geometryLookup(context, "footprints");
  const membersOf = groupBy(facts.members, ({ footprintCode }) => footprintCode);
  return facts.footprints.map((footprint) => {
    const { code, name, odsCode, areaM2, population } = footprint;
    const fit = coterminosity(footprint, facts, { tier });
    const rating = ratingOfFootprint(code, facts);
    return {
      id: code,
      geometry: geometryOf(code),
      properties: {
        code,
        name,
        odsCode,
        areaM2,
        population,
        rating: rating?.value ?? null,
        possibleRatings: rating?.possible.join(" ") ?? null,
        ratingConfidence: rating?.confidence ?? null,
        tier,
        verdict: fit.verdict,
        agreementArea: fit.agreementArea,
        agreementPopulation: fit.agreementPopulation,
        thickestDisagreementM: fit.thickestDisagreementM,
        wholeAuthorityCount: fit.wholeAuthorities.length,
        partAuthorityCount: fit.partAuthorities.length,
        memberCount: membersOf.get(code)?.length ?? 0,
      },
    };
  });
}

/** The members with their footprint. */
export function memberFeatures(context: LayerContext): MapFeature[] {
  const { facts } = context;
  const geometryOf = geometryLookup(context, "members");
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
