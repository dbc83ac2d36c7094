import type { Feature, FeatureCollection } from "geojson";
import type { Examination } from "./examination.js";

/** The places of the findings, to be opened in a map: shapes where there are some, points elsewhere. */
export function reportGeojson({ findings }: Examination): FeatureCollection {
  const features = findings.flatMap(({ kind, layer, areas, what, mended, at, shape }): Feature[] => {
    if (at === null) return [];
    const properties = { kind, layer, areas: areas.join(", "), what, mended };
    return [{ type: "Feature", properties, geometry: shape ?? { type: "Point", coordinates: [...at] } }];
  });
  return { type: "FeatureCollection", features };
}
