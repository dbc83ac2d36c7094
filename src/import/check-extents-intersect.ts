import type { LonLatBox } from "@coterminous/overlap";
import { coordinateBox } from "./crs/map-coordinates.js";
import { ImportError } from "./import-error.js";
import type { ImportedLayer } from "./import-layer.js";

/** A layer and the flag that its own flags begin with: `--lower`. */
export interface FlaggedLayer {
  readonly layer: ImportedLayer;
  readonly flag: string;
}

// The British Isles with their waters, where areas with ONS codes lie.
const BRITISH_ISLES: LonLatBox = [-11, 49, 3, 61.5];

/**
 * Makes sure that layers lie where they can be compared.
 *
 * @throws {ImportError} when the extents of two do not meet, or one lies where its longitudes and latitudes would if they
 *   were swapped
 */
export function checkExtentsIntersect(layers: readonly FlaggedLayer[]): void {
  const boxed = layers.map(({ layer, flag }) => ({ layer, flag, box: layerBbox(layer) }));
  for (const { layer, flag, box } of boxed) {
    const isOns = layer.areas.every(({ code }) => /^[EWSN]\d{8}$/.test(code));
    if (isOns && !isIntersecting(box, BRITISH_ISLES) && isIntersecting(swapAxes(box), BRITISH_ISLES))
      throw axisOrderError(layer, flag, box);
  }
  for (const [i, one] of boxed.entries()) {
    for (const other of boxed.slice(i + 1)) {
      if (isIntersecting(one.box, other.box)) continue;
      if (isIntersecting(swapAxes(one.box), other.box)) {
        // Either may be the wrong one: the one that lies in Britain is right.
        const wrong = isIntersecting(one.box, BRITISH_ISLES) ? other : one;
        throw axisOrderError(wrong.layer, wrong.flag, wrong.box);
      }
      throw new ImportError({
        where: `${one.layer.file.file} and ${other.layer.file.file}`,
        what: `do not meet: one lies between ${formatBox(one.box)}, the other between ${formatBox(other.box)}`,
        remedy: `give layers of the same place, or say in which system the coordinates are: ${one.flag}-crs, ${other.flag}-crs`,
      });
    }
  }
}

function layerBbox({ areas }: ImportedLayer): LonLatBox {
  return coordinateBox(areas.map(({ boundary }) => boundary)) ?? [0, 0, 0, 0];
}

function isIntersecting(p: LonLatBox, q: LonLatBox): boolean {
  return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
}

function swapAxes([west, south, east, north]: LonLatBox): LonLatBox {
  return [south, west, north, east];
}

function axisOrderError({ file }: ImportedLayer, flag: string, box: LonLatBox): ImportError {
  return new ImportError({
    where: file.file,
    what: `lies between ${formatBox(box)}, where nothing else is; with latitude first it would lie between ${formatBox(swapAxes(box))}`,
    remedy: `say ${flag}-axes yx, or write the file again with longitude first`,
  });
}

function formatBox([west, south, east, north]: LonLatBox): string {
  const text = (value: number) => String(Number(value.toFixed(2)));
  return `[${text(west)}, ${text(south)}] and [${text(east)}, ${text(north)}]`;
}
