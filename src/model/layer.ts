/** How detailed a boundary is: FULL as published, to a tenth of a metre; the others simplified along shared borders. */
export type Detail = "LOW" | "MEDIUM" | "FULL";

export const DETAILS: readonly Detail[] = ["LOW", "MEDIUM", "FULL"];

/** The layers of an edition, by the names they have in files, addresses and SQL. */
export type LayerName = "footprints" | "upper_tier" | "lower_tier" | "members";

export const LAYER_NAMES: readonly LayerName[] = ["footprints", "upper_tier", "lower_tier", "members"];
