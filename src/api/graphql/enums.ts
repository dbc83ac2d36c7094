import { registerEnumType } from "type-graphql";
import type { ChangeKind } from "../../analysis/changes/area-changes.js";
import type { ClaimVerdict } from "../../analysis/claims/claim-verdict.js";
import type { CoterminosityVerdict } from "../../analysis/coterminosity/coterminosity-verdict.js";
import type { RatingStatus } from "../../analysis/ratings/rating-of-footprint.js";
import type { Weight } from "../../analysis/weight.js";
import type { AuthorityType, Tier } from "../../model/area.js";
import type { Detail, LayerName } from "../../model/layer.js";

// GraphQL needs enums as objects; the type ties their values to the unions in model and analysis.
function enumValues<Value extends string>(values: { readonly [Key in Value]: Key }) {
  return values;
}

export const TierEnum = enumValues<Tier>({ UPPER: "UPPER", LOWER: "LOWER" });
registerEnumType(TierEnum, {
  name: "Tier",
  description: "A set of authorities that covers the land once. An edition has one tier or both; see Edition.tiers.",
  valuesConfig: {
    UPPER: { description: "In England: counties, unitaries, metropolitan districts and London boroughs." },
    LOWER: { description: "In England: districts, unitaries, metropolitan districts and London boroughs." },
  },
});

export const AuthorityTypeEnum = enumValues<AuthorityType>({
  COUNTY: "COUNTY",
  DISTRICT: "DISTRICT",
  UNITARY: "UNITARY",
  METROPOLITAN_DISTRICT: "METROPOLITAN_DISTRICT",
  LONDON_BOROUGH: "LONDON_BOROUGH",
  OTHER: "OTHER",
});
registerEnumType(AuthorityTypeEnum, {
  name: "AuthorityType",
  description: "Type of authority.",
  valuesConfig: {
    COUNTY: { description: "A county council (GSS codes E10), upper tier, with districts below it." },
    DISTRICT: { description: "A non-metropolitan district (E07), lower tier, inside a county." },
    UNITARY: {
      description:
        "A unitary authority (E06), in both tiers, and the single-tier councils of Wales, Scotland and Northern Ireland (W06, S12, N09).",
    },
    METROPOLITAN_DISTRICT: { description: "A metropolitan district (E08), in both tiers." },
    LONDON_BOROUGH: { description: "A London borough or the City of London (E09), in both tiers." },
    OTHER: { description: "Any other authority, such as a police force or a school district." },
  },
});

export const WeightEnum = enumValues<Weight>({ POPULATION: "POPULATION", AREA: "AREA" });
registerEnumType(WeightEnum, {
  name: "Weight",
  description: "Whether shares are of residents or of land.",
  valuesConfig: {
    POPULATION: { description: "Residents, counted at the points of small areas (blocks)." },
    AREA: { description: "Land to the coastline, on the ellipsoid." },
  },
});

export const CoterminosityVerdictEnum = enumValues<CoterminosityVerdict>({
  SAME_AS_ONE: "SAME_AS_ONE",
  UNION_OF_WHOLE: "UNION_OF_WHOLE",
  PART_OF_ONE: "PART_OF_ONE",
  CROSSES: "CROSSES",
  NONE: "NONE",
});
registerEnumType(CoterminosityVerdictEnum, {
  name: "CoterminosityVerdict",
  description: "How a footprint's boundary compares with those of the authorities of a tier. Slivers do not count.",
  valuesConfig: {
    SAME_AS_ONE: { description: "One whole authority and nothing else." },
    UNION_OF_WHOLE: { description: "Two or more whole authorities and nothing else." },
    PART_OF_ONE: { description: "Inside one authority, and not all of it." },
    CROSSES: { description: "It cuts through at least one authority and holds more than a part of one." },
    NONE: {
      description: "It overlaps no authority of the tier. Possible only where the layers do not cover the same land.",
    },
  },
});

export const DetailEnum = enumValues<Detail>({ LOW: "LOW", MEDIUM: "MEDIUM", FULL: "FULL" });
registerEnumType(DetailEnum, {
  name: "Detail",
  description:
    "Level of detail of a boundary. All layers are simplified together, so neighbours still share their borders.",
  valuesConfig: {
    LOW: { description: "For a map of the whole country: about a tenth of the vertices." },
    MEDIUM: { description: "For a map of a region: about half of the vertices." },
    FULL: { description: "As published, to a tenth of a metre; all figures are measured at this level." },
  },
});

export const RatingStatusEnum = enumValues<RatingStatus>({ SOURCED: "SOURCED", NOT_SOURCED: "NOT_SOURCED" });
registerEnumType(RatingStatusEnum, {
  name: "RatingStatus",
  description: "Whether a source gives this footprint's rating.",
  valuesConfig: {
    SOURCED: { description: "At least one source gives it; see sources and confidence." },
    NOT_SOURCED: { description: "No source was found; see possible for the values still possible." },
  },
});

export const ClaimVerdictEnum = enumValues<ClaimVerdict>({
  AGREES: "AGREES",
  DIFFERS: "DIFFERS",
  DEPENDS: "DEPENDS",
  NOT_CHECKABLE: "NOT_CHECKABLE",
});
registerEnumType(ClaimVerdictEnum, {
  name: "ClaimVerdict",
  description: "How a claim compares with the computed value.",
  valuesConfig: {
    AGREES: { description: "The computed value is the same, for every tier and threshold that the claim could mean." },
    DIFFERS: { description: "The computed value differs, whatever the claim means." },
    DEPENDS: { description: "It holds for some tiers, types or thresholds; the explanation says for which." },
    NOT_CHECKABLE: { description: "The data cannot decide it; the explanation says why." },
  },
});

/** The layers of an edition, with their names in files, URLs and SQL. */
export const LayerEnum = {
  FOOTPRINTS: "footprints",
  UPPER_TIER: "upper_tier",
  LOWER_TIER: "lower_tier",
  MEMBERS: "members",
} as const satisfies Record<string, LayerName>;
registerEnumType(LayerEnum, {
  name: "Layer",
  description: "A set of areas that do not overlap each other.",
  valuesConfig: {
    FOOTPRINTS: { description: "Footprints: STPs in 2017, ICBs in 2024, or those of a user edition." },
    UPPER_TIER: { description: "Authorities of the upper tier." },
    LOWER_TIER: { description: "Authorities of the lower tier." },
    MEMBERS: {
      description: "Parts of footprints: CCGs in 2017, sub-ICB locations in 2024, or those of a user edition.",
    },
  },
});

export const ChangeKindEnum: { readonly [Kind in ChangeKind]: Kind } = {
  MERGED: "MERGED",
  SPLIT: "SPLIT",
  REDRAWN: "REDRAWN",
  NEW: "NEW",
  GONE: "GONE",
  RECODED: "RECODED",
  RENAMED: "RENAMED",
  UNCHANGED: "UNCHANGED",
};
registerEnumType(ChangeKindEnum, {
  name: "ChangeKind",
  description: "Kind of change from one edition to another, by boundaries; slivers do not count.",
  valuesConfig: {
    MERGED: { description: "Two or more whole areas became one." },
    SPLIT: { description: "One area became two or more that are wholly inside it." },
    REDRAWN: {
      description:
        "A border moved: the later area is neither the same as an earlier one, nor a union of earlier ones, nor a part of one.",
    },
    NEW: { description: "A later area where there was none before." },
    GONE: { description: "An earlier area where there is none now." },
    RECODED: { description: "The same boundary with another code; the name may differ too." },
    RENAMED: { description: "The same boundary and code with another name." },
    UNCHANGED: { description: "The same boundary, code and name." },
  },
});
