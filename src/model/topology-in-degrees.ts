import type { LayerTopology } from "./topology.js";

/**
 * The same topology off its grid, positions in degrees. Areas drawn from it share the positions of the borders that they
 * share: decoded once, and not once for every area.
 */
export function topologyInDegrees(topology: LayerTopology): LayerTopology {
  const { arcs, transform, ...rest } = topology;
  if (transform === undefined) return topology;
  const { scale, translate } = transform;
  const inDegrees = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step) => {
      x += step[0] ?? 0;
      y += step[1] ?? 0;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  return { ...rest, arcs: inDegrees };
}
