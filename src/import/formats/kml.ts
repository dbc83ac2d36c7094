import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { causeText, ImportError } from "../import-error.js";
import { type FileBytes, type FileLayer, toVectorFeature } from "./vector-layer.js";

/** The placemarks of all folders of a KML file as one layer; KML is always in WGS 84. */
export function readKml({ file, bytes }: FileBytes): FileLayer {
  let fault: string | null = null;
  const onError = (level: "warning" | "error" | "fatalError", message: string) => {
    if (level !== "warning") fault ??= message;
  };
  const parseError = (reason: string) => {
    const what = `the KML cannot be parsed (${reason.slice(0, 120)})`;
    return new ImportError({ where: file, what, remedy: "download it again: it may be truncated" });
  };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/<!ENTITY/i.test(text)) {
      const what = "the file defines XML entities, which are not supported";
      throw new ImportError({ where: file, what, remedy: "save it without them, or as GeoJSON" });
    }
    const document = new DOMParser({ onError }).parseFromString(text, "text/xml");
    if (fault !== null) throw parseError(fault);
    const features = kml(document).features.map((feature, i) => toVectorFeature(i, feature));
    return { format: "KML", name: "layer", features, crs: { kind: "EPSG", code: 4326 } };
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw parseError(fault ?? causeText(cause));
  }
}
