import type { FileFeature, LayerFile } from "./files/layer-file.js";
import { ImportError } from "./import-error.js";

/** @throws {ImportError} naming the first feature of a layer that is no area, and how many there are */
export function checkAreas({ file, features }: LayerFile): void {
  const typeOf = ({ geometry }: FileFeature) => String((geometry as { type?: unknown } | null)?.type ?? "none");
  const isArea = (feature: FileFeature) => /^(Polygon|MultiPolygon|GeometryCollection)$/.test(typeOf(feature));
  const others = features.filter((feature) => !isArea(feature));
  const [first] = others;
  if (first === undefined) return;
  const types = [...new Set(others.map(typeOf))].join(", ").replace("none", "without geometry");
  const count =
    others.length === features.length
      ? "none of its features is an area"
      : `${others.length} of ${features.length} features are no areas`;
  throw new ImportError({
    where: `${file}, ${first.where}`,
    what: `${count} (${types})`,
    remedy: "give a layer of polygons alone: take the others out, or name another layer of the file",
  });
}
