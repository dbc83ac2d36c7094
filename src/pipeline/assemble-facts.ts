import { labelPoint, type OverlapPair } from "@coterminous/overlap";
import type { AreaInput } from "../edition/read-edition.js";
import type { Authority, Footprint, Member } from "../model/area.js";
import { byCode, compareText } from "../model/by-code.js";
import type { AuthorityCode, FootprintCode, MemberCode } from "../model/code.js";
import type { EditionFacts } from "../model/facts.js";
import { groupBy } from "../model/group-by.js";
import type { SourcedRating } from "../model/rating.js";
import { type Measurements, tierLookup } from "./compute-overlaps.js";
import { dataQuality } from "./data-quality.js";
import type { EditionLayer, PreparedEdition } from "./prepare-layers.js";

/** Everything about an edition but its shapes: areas, overlaps, tables and the checks of its own figures. */
export function assembleFacts(
  edition: PreparedEdition,
  { pairs, overlaps, fits, borders }: Measurements,
): EditionFacts {
  const { source, footprints, members } = edition;
  const pairsByMember = groupBy(pairs.members, ({ b }) => b);
  return {
    edition: source.edition,
    footprints: footprints.areas.map((area, i) => toFootprint(area, footprints, i)),
    authorities: toAuthorities(edition),
    members: members.areas.map((area, i) => toMember(area, edition, pairsByMember.get(i) ?? [], i)),
    overlaps,
    fits,
    borders,
    schemes: source.schemes,
    ratings: source.ratings.toSorted((a, b) => compareText(ratingKey(a), ratingKey(b))),
    claims: source.claims,
    parts: source.parts,
    leaders: source.leaders,
    quality: dataQuality(edition, pairs),
  };
}

function toFootprint(area: AreaInput, layer: EditionLayer, i: number): Footprint {
  return { code: area.code as FootprintCode, odsCode: area.odsCode, ...measurements(layer, area, i) };
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

/** A council in both tiers is one record, with its upper-tier boundary and the aliases of both. */
function toAuthorities(edition: PreparedEdition): Authority[] {
  const { upperTier, lowerTier } = edition;
  const tiersOf = tierLookup(edition);
  const lowerByCode = new Map(lowerTier.areas.map((area) => [area.code, area]));
  const toAuthority = (area: AreaInput, layer: EditionLayer, i: number): Authority => {
    if (area.type === null) throw new Error(`${area.code} was read without a type`);
    const code = area.code as AuthorityCode;
    return { code, type: area.type, tiers: tiersOf(code), ...measurements(layer, area, i) };
  };
  const upper = upperTier.areas.map((area, i) => {
    const lower = lowerByCode.get(area.code);
    const aliases = lower === undefined ? area.aliases : [...new Set([...area.aliases, ...lower.aliases])];
    return toAuthority({ ...area, aliases }, upperTier, i);
  });
  const upperCodes = new Set(upper.map(({ code }) => code as string));
  const lower = lowerTier.areas.flatMap((area, i) =>
    upperCodes.has(area.code) ? [] : [toAuthority(area, lowerTier, i)],
  );
  return [...upper, ...lower].sort(byCode);
}

/** A member's footprint is the one its table names, or the one it shares most land with. */
function toMember(
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

function ratingKey({ footprintCode, measure }: SourcedRating): string {
  return `${footprintCode} ${measure}`;
}
