/**
 * How two whole layers of polygons overlap: shared areas, thickness, points and shapes, from plain GeoJSON.
 *
 * Prepare each layer once (`prepareLayer`), both in one projection; every other function takes prepared layers, and names
 * an area by its index in `layer.codes`. README.md says what is promised, and how it is done.
 */

// Input: GeoJSON, WGS 84.
export { type Boundary, type LonLat, type LonLatBox, polygonsOf } from "./boundary.js";
export { BadInputError, PolygonError } from "./errors.js";
// Parts that others build on.
export { vertexIds } from "./index/coordinate-index.js";
// Thickness: diameter of the maximum inscribed circle.
export { canContainCircle } from "./inscribed-circle/maximum-inscribed-circle.js";
export {
  disagreementThicknessM,
  isOverlapThicker,
  outsideThicknessM,
  overlapThicknessM,
  uncoveredThicknessM,
} from "./inscribed-circle/thickness.js";
// Layers and their projection.
export type { LayerArea } from "./layer/layer-coordinates.js";
export {
  type AreaInput,
  type OuterEdge,
  outerEdges,
  type PreparedLayer,
  prepareLayer,
} from "./layer/prepared-layer.js";
// Points in areas.
export { locatePoint, locatePoints, NO_AREA } from "./location/locate-points.js";
export { type LocatedPoints, locatePopulationPoints, type PopulationPoints } from "./location/point-index.js";
// Areas that two layers share, and borders.
export { borderLengths } from "./overlay/border-lengths.js";
export { compareLayers, type LayerComparison } from "./overlay/compare-layers.js";
export { type MeasuredPolygon, measurePolygon, type PolygonShare } from "./overlay/measure-polygon.js";
export { type OverlapPair, overlapPairs } from "./overlay/overlap-pairs.js";
export { type OverlapArea, overlayAreas } from "./overlay/overlay-areas.js";
export { defaultSliverToleranceM, meanEdgeLengthM } from "./overlay/sliver-tolerance.js";
// Shapes.
export { dissolveLayer } from "./polygonize/dissolve-layer.js";
export { intersection } from "./polygonize/intersection.js";
export { antimeridianBbox, boundaryBbox, unionBbox } from "./predicates/bbox.js";
export { isInTriangle, segmentsIntersect } from "./predicates/orientation.js";
export { doubleSignedArea } from "./predicates/signed-area.js";
export {
  type EqualAreaProjection,
  equalAreaProjection,
  type PlanePoint,
  project,
  projectX,
  projectY,
  unproject,
} from "./projection/cylindrical-equal-area.js";
export { interiorPoint, labelPoint } from "./validity/pole-of-inaccessibility.js";
export { checkPositionCount } from "./validity/position-count.js";
export { type RingError, ringError } from "./validity/ring-validity.js";
export { selfIntersection } from "./validity/self-intersection.js";
export { validatePolygon } from "./validity/validate-polygon.js";
export { validateRings } from "./validity/validate-rings.js";
