import type { Geometry } from "geojson";
import { useMemo, useState } from "preact/hooks";
import type { ExplorerState } from "./explorer-state.js";
import type { UpdateState } from "./state-context.js";

const MAX_CORNERS = 120; // that an address carries without trouble

/** The reader's own area and how to set it: in the address where it is simple enough, else as long as the page is open. */
export function useCustomArea(
  urlOutline: ExplorerState["outline"],
  update: UpdateState,
): readonly [Geometry | null, (area: Geometry | null) => void] {
  const [large, setLarge] = useState<Geometry | null>(null);
  const fromUrl = useMemo(
    (): Geometry | null => urlOutline && { type: "Polygon", coordinates: [urlOutline.map((corner) => [...corner])] },
    [urlOutline],
  );
  const set = (area: Geometry | null) => {
    const ring = area?.type === "Polygon" && area.coordinates.length === 1 ? area.coordinates[0] : undefined;
    const isSimple = ring !== undefined && ring.length <= MAX_CORNERS;
    setLarge(isSimple ? null : area);
    const outline = isSimple ? ring.map(([lon = 0, lat = 0]) => [round(lon), round(lat)] as const) : null;
    update(area ? { outline, camera: null } : { outline });
  };
  return [fromUrl ?? large, set];
}

/** To the ten metres that the address keeps, so that a shared link measures the very same area. */
function round(degrees: number): number {
  return Number(degrees.toFixed(4));
}
