import type { Geometry } from "geojson";
import { useMemo, useState } from "preact/hooks";
import type { ExplorerState } from "./explorer-state.js";
import type { UpdateState } from "./state-context.js";

const MAX_CORNERS = 120; // of an outline in the address

/** The custom area and its setter: in the address where it is simple enough, otherwise until the page is closed. */
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

/** Rounds to the precision of the address, about 10 m, so that a shared link measures the same area. */
function round(degrees: number): number {
  return Number(degrees.toFixed(4));
}
