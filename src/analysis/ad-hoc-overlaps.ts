import type { MeasuredPolygon, PolygonShare } from "@coterminous/overlap";
import { byCode } from "../model/by-code.js";
import type { IndexedFacts } from "../model/facts.js";
import type { LayerName } from "../model/layer.js";
import { type AreaRef, areasOfLayer } from "./areas-of-layer.js";
import { safeShare } from "./shares.js";
import { isSliverBetween } from "./sliver.js";

/** The overlap of a client's polygon and one area of a layer. Shares are 0 to 1, not rounded. */
export interface AdHocOverlap extends PolygonShare {
  readonly name: string;
  /** Land shared as a share of the polygon. */
  readonly shareOfGeometry: number;
  /** Land shared as a share of the area. */
  readonly shareOfArea: number;
  /** Residents of both as a share of the area's; null without population data, or when the area has no residents. */
  readonly shareOfPopulation: number | null;
  readonly isSliver: boolean;
}

/** The layer measured against, and the sliver tolerance. */
interface AdHocOptions {
  readonly layer: LayerName;
  /** Metres; the edition's own when omitted. */
  readonly toleranceM?: number | undefined;
}

/** The overlaps of a measured polygon with the areas of a layer, slivers included: largest area first, then by code. */
export function adHocOverlaps(
  { areaM2: polygonM2, shares }: MeasuredPolygon,
  facts: IndexedFacts,
  { layer, toleranceM = facts.edition.sliverToleranceM }: AdHocOptions,
): readonly AdHocOverlap[] {
  const areas = new Map(areasOfLayer(facts, layer).map((area) => [area.code, area]));
  return shares
    .flatMap((shared) => {
      const area = areas.get(shared.code);
      return area === undefined ? [] : [adHocOverlap(shared, area, { polygonM2, toleranceM })];
    })
    .sort((one, other) => other.areaM2 - one.areaM2 || byCode(one, other));
}

function adHocOverlap(
  shared: PolygonShare,
  area: AreaRef,
  { polygonM2, toleranceM }: { readonly polygonM2: number; readonly toleranceM: number },
): AdHocOverlap {
  return {
    ...shared,
    name: area.name,
    shareOfGeometry: safeShare(shared.areaM2, polygonM2) ?? 0,
    shareOfArea: safeShare(shared.areaM2, shared.wholeM2) ?? 0,
    shareOfPopulation: shared.population === null ? null : safeShare(shared.population, area.population ?? 0),
    isSliver: isSliverBetween(shared, [polygonM2, shared.wholeM2], toleranceM),
  };
}
