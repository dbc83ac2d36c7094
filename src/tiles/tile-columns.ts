import type { ShapeLayer } from "../model/topology.js";

/** A property that tiles carry, by the name it has in all maps. */
export interface TileColumn {
  readonly name: string;
  /** What it says, as TileJSON tells it. */
  readonly meaning: string;
  /** Decimal places that a number is rounded to: whole numbers take a third of the bytes. */
  readonly places: number;
}

const column = (name: string, meaning: string, places = 0): TileColumn => ({ name, meaning, places });

const CODE = column("code", "code, text");
const NAME = column("name", "name, text");
const POPULATION = column("population", "residents, number; left out where people are not known");
const AREA = column("areaM2", "area on the ellipsoid, square metres, number");
const FOOTPRINT_CODE = column("footprintCode", "code of its footprint, text");
const COUNCIL = [
  CODE,
  NAME,
  column("type", "COUNTY, DISTRICT, UNITARY, METROPOLITAN_DISTRICT or LONDON_BOROUGH"),
  column("footprintCount", "footprints it lies in, slivers aside, number"),
  column("mainFootprintCode", "code of the footprint that holds most of it, text"),
  POPULATION,
  AREA,
];

/** What tiles say of the features of each layer. */
export const TILE_COLUMNS: Readonly<Record<ShapeLayer, readonly TileColumn[]>> = {
  footprints: [
    CODE,
    NAME,
    column("rating", "overall rating as sourced, text; left out where it is not sourced"),
    column("verdict", "how it fits councils: SAME_AS_ONE, UNION_OF_WHOLE, PART_OF_ONE, CROSSES or NONE"),
    column("tier", "the tier of councils that the verdict is about: UPPER or LOWER"),
    column("agreementArea", "what it shares with the councils mostly in it, by area, 0 to 1", 3),
    column("wholeAuthorityCount", "councils that lie in it whole, number"),
    column("partAuthorityCount", "councils that lie in it in part, number"),
    POPULATION,
    AREA,
  ],
  upper_tier: COUNCIL,
  lower_tier: COUNCIL,
  members: [CODE, NAME, FOOTPRINT_CODE, POPULATION, AREA],
  overlaps: [
    FOOTPRINT_CODE,
    column("footprintName", "name of its footprint, text"),
    column("authorityCode", "code of its council, text"),
    column("authorityName", "name of its council, text"),
    column("tiers", "tiers of its council: UPPER, LOWER or both"),
    column("isSliver", "whether it exists only because layers were drawn separately"),
    column("shareOfAuthorityArea", "part of the council's area, 0 to 1", 3),
    column("shareOfAuthorityPopulation", "part of the council's residents, 0 to 1", 3),
    POPULATION,
    AREA,
  ],
};

/** What each layer holds, as TileJSON tells it. */
export const TILE_LAYER_TITLES: Readonly<Record<ShapeLayer | "borders", string>> = {
  footprints: "Health footprints",
  upper_tier: "Counties, unitaries, metropolitan districts and London boroughs",
  lower_tier: "Districts, unitaries, metropolitan districts and London boroughs",
  members: "Members of the footprints",
  overlaps: "Pieces of councils that lie in several footprints; other councils lie in one whole",
  borders: "Every border once, with the layers that it is a border of",
};
