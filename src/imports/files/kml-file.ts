import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { ImportError } from "../import-error.js";
import { type FileBytes, fileFeature, type ReadLayer } from "./layer-file.js";

/** The placemarks of a KML file, folders and all, as one layer; KML is always in WGS 84. */
export function kmlLayer({ file, bytes }: FileBytes): ReadLayer {
  const refuse = (what: string) =>
    new ImportError({ where: file, what, remedy: "download it again: it may have been cut off" });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (/<!ENTITY/i.test(text)) throw refuse("defines entities of its own, which are not read");
    const document = new DOMParser({ onError: raise }).parseFromString(text, "text/xml");
    const features = kml(document).features.map((feature, i) => fileFeature(i, feature));
    return { format: "KML", name: "layer", features, crs: { kind: "EPSG", code: 4326 } };
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw refuse(`is not whole KML (${(cause instanceof Error ? cause.message : String(cause)).slice(0, 120)})`);
  }
}

function raise(level: "warning" | "error" | "fatalError", message: string): void {
  if (level !== "warning") throw new SyntaxError(message);
}
