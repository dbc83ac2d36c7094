import { LAYER_NAMES } from "../../model/layer.js";
import type { DrawableLayer } from "../../model/topology.js";

/** The layers of a tile. */
type TileLayer = DrawableLayer | "borders";

/** The type of an attribute's values, as in MBTiles metadata. */
type TileValueType = "String" | "Number" | "Boolean";

/** An attribute of tile features, with the name it has in all maps. */
export interface TileAttribute {
  readonly name: string;
  readonly type: TileValueType;
  /** The description in TileJSON. */
  readonly description: string;
  /** Decimal places of a number: whole numbers take a third of the bytes. */
  readonly decimals: number;
  /** The lowest zoom that has it: a tile that holds all of England would be too large with all names twice. */
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
const POPULATION = number("population", "residents; absent without population data");
const AREA = { ...number("areaM2", "area on the ellipsoid, square metres, from zoom 3"), minZoom: 3 };
const FOOTPRINT_CODE = text("footprintCode", "code of its footprint");
const COUNCIL = [
  CODE,
  NAME,
  text("type", "COUNTY, DISTRICT, UNITARY, METROPOLITAN_DISTRICT or LONDON_BOROUGH"),
  number("footprintCount", "number of footprints it lies in, without slivers"),
  text("mainFootprintCode", "code of its main footprint"),
  POPULATION,
  AREA,
];

/** The attributes of the features of each layer. */
export const ATTRIBUTE_SCHEMA: Readonly<Record<TileLayer, readonly TileAttribute[]>> = {
  footprints: [
    CODE,
    NAME,
    text("rating", "sourced overall rating; absent when not sourced"),
    text("verdict", "its fit with councils: SAME_AS_ONE, UNION_OF_WHOLE, PART_OF_ONE, CROSSES or NONE"),
    text("tier", "the tier of councils that the verdict refers to: UPPER or LOWER"),
    number("agreementArea", "agreement with the councils mostly inside it, by area, 0 to 1", 3),
    number("wholeAuthorityCount", "number of councils wholly inside it"),
    number("partAuthorityCount", "number of councils partly inside it"),
    POPULATION,
    AREA,
  ],
  upper_tier: COUNCIL,
  lower_tier: COUNCIL,
  members: [CODE, NAME, FOOTPRINT_CODE, POPULATION, AREA],
  overlaps: [
    FOOTPRINT_CODE,
    { ...text("footprintName", "name of its footprint, from zoom 6"), minZoom: 6 },
    text("authorityCode", "code of its council"),
    { ...text("authorityName", "name of its council, from zoom 6"), minZoom: 6 },
    text("tiers", "tiers of its council: UPPER, LOWER or both"),
    flag("isSliver", "whether it is a sliver, which exists only because layers were drawn separately"),
    number("shareOfAuthorityArea", "share of the council's area, 0 to 1", 3),
    number("shareOfAuthorityPopulation", "share of the council's residents, 0 to 1", 3),
    POPULATION,
    AREA,
  ],
  borders: [
    ...LAYER_NAMES.map((layer) => flag(layer, `whether it is a border between two areas of ${layer}`)),
    flag("outline", "whether it is the outline of all land"),
  ],
};

/** The description of each layer in TileJSON. */
export const TILE_LAYER_TITLES: Readonly<Record<TileLayer, string>> = {
  footprints: "Footprints",
  upper_tier: "Counties, unitaries, metropolitan districts and London boroughs",
  lower_tier: "Districts, unitaries, metropolitan districts and London boroughs",
  members: "Members of the footprints",
  overlaps: "Overlaps of councils that span footprints; every other council lies wholly in one",
  borders: "Every border once, with the layers that it belongs to",
};
