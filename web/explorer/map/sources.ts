import type { Feature, FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { areFar, type FarShapes, type NearShapes, type Shapes } from "../data/shapes.js";
import type { FarRequest } from "./far-request.js";
import { openFarSources } from "./far-sources.js";
import { areaCount, areaFeatures, borderFeatures, councilFeatures, redrawnBorders, tierLayer } from "./layers.js";
import { leastLineZoom } from "./least-line-zoom.js";
import type { MapPicture } from "./map-picture.js";
import type { SourceName } from "./style.js";

/** What a map draws from. */
export interface Sources {
  /**
   * Fills what is another than before, and shows the borders of councils from where on they can be told apart.
   *
   * @returns what to wait for; null when all has been handed over
   */
  show(shapes: Shapes, picture: MapPicture): Promise<unknown> | null;
  close(): void;
}

type Part = FarRequest["wanted"];
type Data = FeatureCollection | Feature;

const MOST_ZOOM = 24; // of any layer of MapLibre

/** Fills a map's sources, with the features of large shapes made in the map's own threads. */
export function createSources(map: MapLibreMap): Sources {
  const far = openFarSources();
  const filled = new Map<SourceName, readonly unknown[]>();
  const fill = <Filled>(
    name: SourceName,
    madeOf: readonly unknown[],
    fillIt: (source: GeoJSONSource) => Filled,
  ): Filled | null => {
    const before = filled.get(name);
    if (before && madeOf.every((part, i) => part === before[i])) return null;
    filled.set(name, madeOf);
    const source = map.getSource<GeoJSONSource>(name);
    return source ? fillIt(source) : null;
  };
  let making: Promise<unknown> | null = null;
  const linesFrom = (zoom: number) => map.setLayerZoomRange("council-lines", zoom, MOST_ZOOM);

  const showNear = ({ topology }: NearShapes, { tier, redrawn }: MapPicture) => {
    const near = (name: Part, madeOf: readonly unknown[], data: () => Data) =>
      fill(name, madeOf, (source) => void source.setData(data()));
    near("footprints", [topology], () => areaFeatures(topology, "footprints"));
    near("councils", [topology, tier, redrawn], () => councilFeatures(topology, tier, redrawn));
    near("borders", [topology, tier, redrawn], () =>
      redrawn ? redrawnBorders(topology, tier, redrawn) : borderFeatures(topology, tier),
    );
    linesFrom(leastLineZoom(topology.bbox ?? null, areaCount(topology, tierLayer(tier))));
  };
  const showFar = (shapes: FarShapes, { tier, redrawn: footprintOf }: MapPicture) => {
    const make = (wanted: Part, madeOf: readonly unknown[]) =>
      fill(wanted, madeOf, (source) => {
        const redrawn = footprintOf && new Blob([JSON.stringify([...footprintOf])]);
        return far.fill(source, { shapes, wanted, tier, redrawn });
      });
    const borders = make("borders", [shapes.file, tier, footprintOf]);
    const made = [
      make("footprints", [shapes.file]),
      make("councils", [shapes.file, tier, footprintOf]),
      borders?.then(({ bbox, councilCount }) => linesFrom(leastLineZoom(bbox, councilCount))),
    ].filter((one) => one !== null && one !== undefined);
    if (made.length === 0) return;
    const all = Promise.all([...made, making]).finally(() => {
      if (making === all) making = null;
    });
    making = all;
  };
  return {
    show: (shapes, picture) => {
      const { ownArea } = picture;
      fill("own-area", [ownArea], (source) => void source.setData(ownAreaData(ownArea)));
      if (areFar(shapes)) showFar(shapes, picture);
      else showNear(shapes, picture);
      return making;
    },
    close: far.close,
  };
}

function ownAreaData(geometry: MapPicture["ownArea"]): Data {
  return geometry ? { type: "Feature", geometry, properties: {} } : { type: "FeatureCollection", features: [] };
}
