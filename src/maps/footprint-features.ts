import { coterminosity } from "../analysis/coterminosity.js";
import { ratingOfFootprint } from "../analysis/rating-of-footprint.js";
import type { MapFeature } from "../formats/map-document.js";
import { grouped } from "../model/grouped.js";
import { geometryFinder, type LayerScope, tierOf } from "./layer-scope.js";

/**
 * The footprints with their rating, and how they fit the councils of a tier. A rating that is not sourced is null, and
 * `possibleRatings` says what it can be.
 */
export function footprintFeatures(scope: LayerScope): MapFeature[] {
  const { facts } = scope;
  const tier = tierOf(scope);
  const geometryOf = geometryFinder(scope, "footprints");
  const membersOf = grouped(facts.members, ({ footprintCode }) => footprintCode);
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
