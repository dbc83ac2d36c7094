import type { Polygon } from "geojson";
import type { Map as MapLibreMap } from "maplibre-gl";

/** A drawing in progress. */
export interface Drawing {
  /** Stops without a result. */
  stop(): void;
}

/** Lets the reader draw a polygon on the map by clicking its corners, then the first one again. */
export async function drawPolygon(map: MapLibreMap, onDrawn: (polygon: Polygon) => void): Promise<Drawing> {
  const [{ TerraDraw, TerraDrawPolygonMode }, { TerraDrawMapLibreGLAdapter }] = await Promise.all([
    import("terra-draw"),
    import("terra-draw-maplibre-gl-adapter"),
  ]);
  const draw = new TerraDraw({ adapter: new TerraDrawMapLibreGLAdapter({ map }), modes: [new TerraDrawPolygonMode()] });
  const stop = () => {
    if (draw.enabled) draw.stop();
  };
  draw.on("finish", (id) => {
    const drawn = draw.getSnapshot().find((feature) => feature.id === id);
    stop();
    if (drawn?.geometry.type === "Polygon") onDrawn(drawn.geometry);
  });
  draw.start();
  draw.setMode("polygon");
  return { stop };
}
