import type { OverlapPair } from "@coterminous/overlap";
import { borderLengths, labelPoint } from "@coterminous/overlap";
import type { AreaInput } from "../edition/read-edition.js";
import type { Authority, Footprint, Member, Tier } from "../model/area.js";
import { byCode, compareText } from "../model/by-code.js";
import type { AuthorityCode, FootprintCode, MemberCode } from "../model/code.js";
import type { EditionFacts } from "../model/facts.js";
import { groupBy } from "../model/group-by.js";
import type { Border } from "../model/overlap.js";
import type { SourcedRating } from "../model/rating.js";
import { computeFits, computeOverlaps, computePairs } from "./compute-overlaps.js";
import { dataQuality } from "./data-quality.js";
import type { EditionLayer, PreparedEdition } from "./prepare-layers.js";

/** Everything about an edition but its shapes, measured from its boundaries. */
export function assembleFacts(edition: PreparedEdition): EditionFacts {
  const { source, footprints, upperTier, lowerTier, members } = edition;
  const people = source.blocks?.populations ?? null;
  const upperPairs = computePairs(footprints, upperTier, people);
  const lowerPairs = computePairs(footprints, lowerTier, people);
  const memberPairs = computePairs(footprints, members, people);
  const pairsOfMember = groupBy(memberPairs, ({ b }) => b);

  const authorities = authoritiesOf(upperTier, lowerTier);
  const tiersByCode = new Map(authorities.map(({ code, tiers }) => [code, tiers]));
  const tiersOf = (code: AuthorityCode) => tiersByCode.get(code) ?? [];
  // A council in both tiers is measured once, as the upper tier draws it.
  const lowerOnly = lowerPairs.filter(({ b }) => !tiersOf(codeAt(lowerTier, b)).includes("UPPER"));

  return {
    edition: source.edition,
    footprints: footprints.areas.map((area, i) => footprintOf(area, footprints, i)),
    authorities,
    members: members.areas.map((area, i) => memberOf(area, edition, pairsOfMember.get(i) ?? [], i)),
    overlaps: [
      ...computeOverlaps(edition, upperTier, upperPairs, tiersOf),
      ...computeOverlaps(edition, lowerTier, lowerOnly, tiersOf),
    ].sort((a, b) => compareText(overlapKey(a), overlapKey(b))),
    fits: [
      ...computeFits(edition, upperTier, upperPairs, "UPPER"),
      ...computeFits(edition, lowerTier, lowerPairs, "LOWER"),
    ].sort((a, b) => compareText(a.footprintCode, b.footprintCode)),
    borders: bordersOf(footprints),
    schemes: source.schemes,
    ratings: source.ratings.toSorted((a, b) => compareText(ratingKey(a), ratingKey(b))),
    claims: source.claims,
    parts: source.parts,
    leaders: source.leaders,
    quality: dataQuality(edition, { upperPairs, lowerPairs, memberPairs }),
  };
}

function overlapKey({
  footprintCode,
  authorityCode,
}: {
  readonly footprintCode: string;
  readonly authorityCode: string;
}): string {
  return `${footprintCode} ${authorityCode}`;
}

function ratingKey({ footprintCode, measure }: SourcedRating): string {
  return `${footprintCode} ${measure}`;
}

function codeAt({ areas }: EditionLayer, index: number): AuthorityCode {
  return areas[index]?.code as AuthorityCode;
}

function measurements(
  { prepared: { areaM2 }, populations, boxes }: EditionLayer,
  { name, aliases, boundary }: AreaInput,
  i: number,
) {
  return {
    name,
    aliases,
    areaM2: areaM2[i] ?? 0,
    population: populations?.[i] ?? null,
    bbox: boxes[i] ?? ([0, 0, 0, 0] as const),
    centre: labelPoint(boundary),
  };
}

function footprintOf(area: AreaInput, layer: EditionLayer, i: number): Footprint {
  return { code: area.code as FootprintCode, odsCode: area.odsCode, ...measurements(layer, area, i) };
}

function memberOf(
  area: AreaInput,
  { source, footprints, members }: PreparedEdition,
  pairs: readonly OverlapPair[],
  i: number,
): Member {
  const code = area.code as MemberCode;
  const largest = pairs.toSorted((p, q) => q.areaM2 - p.areaM2)[0];
  const byBoundary = footprints.areas[largest?.a ?? -1]?.code as FootprintCode;
  const footprintCode = source.footprintOfMember.get(code) ?? byBoundary;
  return { code, odsCode: area.odsCode, footprintCode, ...measurements(members, area, i) };
}

function authoritiesOf(upperTier: EditionLayer, lowerTier: EditionLayer): Authority[] {
  const inLower = new Map(lowerTier.areas.map((area) => [area.code, area]));
  const inUpper = new Set(upperTier.areas.map(({ code }) => code));
  const authority = (area: AreaInput, layer: EditionLayer, i: number, tiers: readonly Tier[]): Authority => {
    if (area.type === null) throw new Error(`${area.code} was read without a type`);
    return { code: area.code as AuthorityCode, type: area.type, tiers, ...measurements(layer, area, i) };
  };
  const upper = upperTier.areas.map((area, i) => {
    const below = inLower.get(area.code);
    if (below === undefined) return authority(area, upperTier, i, ["UPPER"]);
    const aliases = [...new Set([...area.aliases, ...below.aliases])];
    return authority({ ...area, aliases }, upperTier, i, ["UPPER", "LOWER"]);
  });
  const lower = lowerTier.areas.flatMap((area, i) =>
    inUpper.has(area.code) ? [] : [authority(area, lowerTier, i, ["LOWER"])],
  );
  return [...upper, ...lower].sort(byCode);
}

function bordersOf({ areas, prepared: layer }: EditionLayer): Border[] {
  return borderLengths(layer)
    .map(({ a, b, lengthM }): Border => {
      const codes = [areas[a]?.code, areas[b]?.code].sort() as [FootprintCode, FootprintCode];
      return { footprintCodes: codes, lengthM };
    })
    .sort((a, b) => compareText(a.footprintCodes.join(), b.footprintCodes.join()));
}
