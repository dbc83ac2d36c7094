import { boundaryBox } from "../geodata/boundary-box.js";
import type { AreaSource, EditionSource } from "../geodata/edition-source.js";
import { boxAroundAll } from "../geometry/box-around.js";
import { type EqualAreaPlane, planeFor } from "../geometry/equal-area-plane.js";
import type { LonLatBox } from "../model/boundary.js";
import type { LayerName } from "../model/layer.js";
import { areasAtPoints, IN_NONE } from "../overlap/areas-at-points.js";
import { type MeasuredLayer, measuredLayer } from "../overlap/measured-layer.js";

/** One layer of an edition, ready to be measured against the others. */
export interface LayerInPlane {
  readonly name: LayerName;
  readonly areas: readonly AreaSource[];
  readonly boxes: readonly LonLatBox[];
  readonly measured: MeasuredLayer;
  /** The area that each block's point lies in, by index; -1 for none. null when the edition has no blocks. */
  readonly areaOfBlock: Int32Array | null;
  /** People of the blocks in each area; null when the edition has no blocks. */
  readonly populations: readonly number[] | null;
}

/** All layers of an edition in one plane. */
export interface MeasuredEdition {
  readonly source: EditionSource;
  readonly plane: EqualAreaPlane;
  readonly footprints: LayerInPlane;
  readonly upperTier: LayerInPlane;
  readonly lowerTier: LayerInPlane;
  readonly members: LayerInPlane;
}

/** Puts an edition's layers into one equal-area plane and its blocks into their areas. */
export function measuredEdition(source: EditionSource): MeasuredEdition {
  const everything = Object.values(source.layers).flatMap((areas) =>
    areas.map(({ boundary }) => boundaryBox(boundary)),
  );
  const plane = planeFor(boxAroundAll(everything));
  const layer = (name: LayerName) => layerInPlane(name, source, plane);
  return {
    source,
    plane,
    footprints: layer("footprints"),
    upperTier: layer("upper_tier"),
    lowerTier: layer("lower_tier"),
    members: layer("members"),
  };
}

function layerInPlane(name: LayerName, { layers, blocks }: EditionSource, plane: EqualAreaPlane): LayerInPlane {
  const areas = layers[name];
  const measured = measuredLayer(areas, plane);
  const boxes = areas.map(({ boundary }) => boundaryBox(boundary));
  if (blocks === null) return { name, areas, boxes, measured, areaOfBlock: null, populations: null };
  const points = new Float64Array(2 * blocks.codes.length);
  blocks.lons.forEach((lon, i) => {
    points[2 * i] = lon;
    points[2 * i + 1] = blocks.lats[i] ?? Number.NaN;
  });
  const areaOfBlock = areasAtPoints(measured, points);
  const populations = areas.map(() => 0);
  areaOfBlock.forEach((area, block) => {
    if (area !== IN_NONE) populations[area] = (populations[area] ?? 0) + (blocks.populations[block] ?? 0);
  });
  return { name, areas, boxes, measured, areaOfBlock, populations };
}
