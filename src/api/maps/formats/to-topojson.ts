import { arcOfIndex } from "../../../cartography/arc-indices.js";
import type { LayerTopology } from "../../../model/topology.js";
import type { MapDocument, MapFeature, MapGeometry } from "../map-document.js";

/**
 * A document as TopoJSON: one object per layer, and only the arcs in use. Layers in one file share their arcs, and so their
 * borders.
 */
export function toTopojson({ topology, layers, origin }: MapDocument): string {
  const used = arcNumbering(topology);
  const objects = layers.map(({ name, features }) => [
    name,
    { type: "GeometryCollection", geometries: features.flatMap((feature) => geometryOf(feature, used.renumber)) },
  ]);
  return `${JSON.stringify({
    type: "Topology",
    ...origin,
    bbox: topology.bbox,
    transform: topology.transform,
    objects: Object.fromEntries(objects),
    arcs: used.arcs(),
  })}\n`;
}

type Nested = number | readonly Nested[];

function arcNumbering(topology: LayerTopology) {
  const numbers = new Map<number, number>();
  const renumber = (arcs: Nested): Nested => {
    if (typeof arcs !== "number") return arcs.map(renumber);
    const arc = arcOfIndex(arcs);
    const number = numbers.get(arc) ?? numbers.size;
    numbers.set(arc, number);
    return arcs < 0 ? ~number : number;
  };
  return { renumber, arcs: () => [...numbers.keys()].map((arc) => topology.arcs[arc]) };
}

function geometryOf({ id, geometry, properties }: MapFeature, renumber: (arcs: Nested) => Nested) {
  if (geometry === null) return [];
  const { type, arcs }: { type: MapGeometry["type"]; arcs: Nested } = geometry;
  return [{ type, id, properties, arcs: renumber(arcs) }];
}
