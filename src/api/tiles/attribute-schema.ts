import { LAYER_NAMES } from "../../model/layer.js";
import type { DrawableLayer } from "../../model/topology.js";

/** The layers of a tile. */
export type TileLayer = DrawableLayer | "borders";

/** What values are, as MBTiles names it. */
export type TileValueType = "String" | "Number" | "Boolean";

/** A property that tiles carry, by the name it has in all maps. */
export interface TileAttribute {
  readonly name: string;
  readonly type: TileValueType;
  /** What it says, as TileJSON tells it. */
  readonly description: string;
  /** Decimal places that a number is rounded to: whole numbers take a third of the bytes. */
  readonly decimals: number;
  /** The zoom from which on it is there; where one tile holds all of England, it would be too heavy with all names twice. */
  readonly minZoom: number;
}

const ALWAYS = { decimals: 0, minZoom: 0 };
const text = (name: string, description: string): TileAttribute => ({ ...ALWAYS, name, type: "String", description });
const number = (name: string, description: string, decimals = 0): TileAttribute => ({
  ...ALWAYS,
  name,
  type: "Number",
  description,
  decimals,
});
const flag = (name: string, description: string): TileAttribute => ({ ...ALWAYS, name, type: "Boolean", description });

const CODE = text("code", "code");
const NAME = text("name", "name");
const POPULATION = number("population", "residents; left out where people are not known");
const AREA = { ...number("areaM2", "area on the ellipsoid, square metres, from zoom 3 on"), minZoom: 3 };
const FOOTPRINT_CODE = text("footprintCode", "code of its footprint");
const COUNCIL = [
  CODE,
  NAME,
  text("type", "COUNTY, DISTRICT, UNITARY, METROPOLITAN_DISTRICT or LONDON_BOROUGH"),
  number("footprintCount", "footprints it lies in, slivers aside"),
  text("mainFootprintCode", "code of the footprint that holds most of it"),
  POPULATION,
  AREA,
];

/** What tiles say of the features of each layer. */
export const ATTRIBUTE_SCHEMA: Readonly<Record<TileLayer, readonly TileAttribute[]>> = {
  footprints: [
    CODE,
    NAME,
    text("rating", "overall rating as sourced; left out where it is not sourced"),
    text("verdict", "how it fits councils: SAME_AS_ONE, UNION_OF_WHOLE, PART_OF_ONE, CROSSES or NONE"),
    text("tier", "the tier of councils that the verdict is about: UPPER or LOWER"),
    number("agreementArea", "what it shares with the councils mostly in it, by area, 0 to 1", 3),
    number("wholeAuthorityCount", "councils that lie in it whole"),
    number("partAuthorityCount", "councils that lie in it in part"),
    POPULATION,
    AREA,
  ],
  upper_tier: COUNCIL,
  lower_tier: COUNCIL,
  members: [CODE, NAME, FOOTPRINT_CODE, POPULATION, AREA],
  overlaps: [
    FOOTPRINT_CODE,
    { ...text("footprintName", "name of its footprint, from zoom 6 on"), minZoom: 6 },
    text("authorityCode", "code of its council"),
    { ...text("authorityName", "name of its council, from zoom 6 on"), minZoom: 6 },
    text("tiers", "tiers of its council: UPPER, LOWER or both"),
    flag("isSliver", "whether it exists only because layers were drawn separately"),
    number("shareOfAuthorityArea", "part of the council's area, 0 to 1", 3),
    number("shareOfAuthorityPopulation", "part of the council's residents, 0 to 1", 3),
    POPULATION,
    AREA,
  ],
  borders: [
    ...LAYER_NAMES.map((layer) => flag(layer, `whether two areas of ${layer} meet here`)),
    flag("outline", "whether it is the outline of all the land"),
  ],
};

/** What each layer holds, as TileJSON tells it. */
export const TILE_LAYER_TITLES: Readonly<Record<TileLayer, string>> = {
  footprints: "Health footprints",
  upper_tier: "Counties, unitaries, metropolitan districts and London boroughs",
  lower_tier: "Districts, unitaries, metropolitan districts and London boroughs",
  members: "Members of the footprints",
  overlaps: "Pieces of councils that lie in several footprints; other councils lie in one whole",
  borders: "Every border once, with the layers that it is a border of",
};
