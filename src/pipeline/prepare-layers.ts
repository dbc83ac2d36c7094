import {
  boundaryBbox,
  type EqualAreaProjection,
  equalAreaProjection,
  type LonLatBox,
  locatePoints,
  NO_AREA,
  type PreparedLayer,
  prepareLayer,
  unionBbox,
} from "@coterminous/overlap";
import type { AreaInput, EditionInput } from "../edition/read-edition.js";
import type { LayerName } from "../model/layer.js";

/** One layer of an edition, prepared for measuring against the others. */
export interface EditionLayer {
  readonly name: LayerName;
  readonly areas: readonly AreaInput[];
  readonly boxes: readonly LonLatBox[];
  readonly prepared: PreparedLayer;
  /** The area that each block's point lies in, by index; `NO_AREA` for none. null when the edition has no blocks. */
  readonly areaOfBlock: Int32Array | null;
  /** People of the blocks in each area; null when the edition has no blocks. */
  readonly populations: readonly number[] | null;
}

/** All layers of an edition in one plane. */
export interface PreparedEdition {
  readonly source: EditionInput;
  readonly projection: EqualAreaProjection;
  readonly footprints: EditionLayer;
  readonly upperTier: EditionLayer;
  readonly lowerTier: EditionLayer;
  readonly members: EditionLayer;
}

/** Projects an edition's layers into one equal-area plane and locates its blocks in their areas. */
export function prepareLayers(source: EditionInput): PreparedEdition {
  const boxes = Object.values(source.layers).flatMap((areas) => areas.map(({ boundary }) => boundaryBbox(boundary)));
  const projection = equalAreaProjection(unionBbox(boxes));
  const layer = (name: LayerName) => prepareEditionLayer(name, source, projection);
  return {
    source,
    projection,
    footprints: layer("footprints"),
    upperTier: layer("upper_tier"),
    lowerTier: layer("lower_tier"),
    members: layer("members"),
  };
}

function prepareEditionLayer(
  name: LayerName,
  { layers, blocks }: EditionInput,
  projection: EqualAreaProjection,
): EditionLayer {
  const areas = layers[name];
  const prepared = prepareLayer(areas, projection);
  const boxes = areas.map(({ boundary }) => boundaryBbox(boundary));
  if (blocks === null) return { name, areas, boxes, prepared, areaOfBlock: null, populations: null };
  const points = new Float64Array(2 * blocks.codes.length);
  blocks.lons.forEach((lon, i) => {
    points[2 * i] = lon;
    points[2 * i + 1] = blocks.lats[i] ?? Number.NaN;
  });
  const areaOfBlock = locatePoints(prepared, points);
  const populations = areas.map(() => 0);
  areaOfBlock.forEach((area, block) => {
    if (area !== NO_AREA) populations[area] = (populations[area] ?? 0) + (blocks.populations[block] ?? 0);
  });
  return { name, areas, boxes, prepared, areaOfBlock, populations };
}
