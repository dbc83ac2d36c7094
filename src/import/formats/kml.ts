import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { ImportError } from "../import-error.js";
import { type FileBytes, type FileLayer, toVectorFeature } from "./vector-layer.js";

/** The placemarks of a KML file, folders and all, as one layer; KML is always in WGS 84. */
export function readKml({ file, bytes }: FileBytes): FileLayer {
  const refuse = (what: string, remedy: string) => new ImportError({ where: file, what, remedy });
  let fault: string | null = null;
  const onError = (level: "warning" | "error" | "fatalError", message: string) => {
    if (level !== "warning") fault ??= message;
  };
  const kmlError = (why: string) =>
    refuse(`is not whole KML (${why.slice(0, 120)})`, "download it again: it may have been cut off");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/<!ENTITY/i.test(text)) {
      throw refuse("defines entities of its own, which are not read", "write it again without them, or as GeoJSON");
    }
    const document = new DOMParser({ onError }).parseFromString(text, "text/xml");
    if (fault !== null) throw kmlError(fault);
    const features = kml(document).features.map((feature, i) => toVectorFeature(i, feature));
    return { format: "KML", name: "layer", features, crs: { kind: "EPSG", code: 4326 } };
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw kmlError(fault ?? (cause instanceof Error ? cause.message : String(cause)));
  }
}
