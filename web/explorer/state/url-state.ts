import {
  type Assignment,
  AUTHORITY_TYPES,
  type Camera,
  COLOURINGS,
  type ExplorerState,
  INITIAL_STATE,
  VIEWS,
} from "./explorer-state.js";

const CODE = /^\S(.{0,62}\S)?$/u; // as in the API: visible characters, with spaces only inside
const MIN_CORNERS = 4; // of a closed ring
const SWIPE_OFF = "off";
const EDITION_ID = /^[a-z0-9-]{1,40}$/;

/** Parses the query string of an address. Missing and invalid parameters have their initial values. */
export function parseUrlState(search: string): ExplorerState {
  const searchParams = new URLSearchParams(search);
  const text = (name: string) => searchParams.get(name) ?? "";
  return {
    view: VIEWS.find((view) => view === text("view")) ?? INITIAL_STATE.view,
    edition: EDITION_ID.test(text("edition")) ? text("edition") : INITIAL_STATE.edition,
    other: EDITION_ID.test(text("with")) ? text("with") : null,
    tier: text("tier") === "lower" ? "LOWER" : "UPPER",
    weight: text("by") === "area" ? "AREA" : "POPULATION",
    colouring: COLOURINGS.find((colouring) => colouring === text("colour")) ?? INITIAL_STATE.colouring,
    area: CODE.test(text("area")) ? text("area") : null,
    types: AUTHORITY_TYPES.filter((type) => text("types").split(",").includes(type)),
    minShare: parseShare(text("least")),
    assignments: text("assign").split(",").flatMap(parseAssignment),
    redrawn: text("map") !== "before",
    swipe: parseSwipe(searchParams.get("swipe")),
    outline: parseOutline(text("outline")),
    camera: parseCamera(text("at")),
  };
}

/** Formats a state as a query string: only the differences from the initial state. */
export function formatUrlState(state: ExplorerState): string {
  const searchParams = new URLSearchParams();
  const put = (name: string, value: string, initial: string) => {
    if (value !== initial) searchParams.set(name, value);
  };
  put("view", state.view, INITIAL_STATE.view);
  put("edition", state.edition, INITIAL_STATE.edition);
  put("with", state.other ?? "", "");
  put("tier", state.tier.toLowerCase(), "upper");
  put("by", state.weight === "AREA" ? "area" : "people", "people");
  put("colour", state.colouring, INITIAL_STATE.colouring);
  put("area", state.area ?? "", "");
  put("types", state.types.join(","), "");
  put("least", String(state.minShare), "0");
  put("assign", state.assignments.map(formatAssignment).join(","), "");
  put("map", state.redrawn ? "after" : "before", "after");
  put("swipe", String(state.swipe ?? SWIPE_OFF), String(INITIAL_STATE.swipe));
  put(
    "outline",
    (state.outline ?? []).map((corner) => corner.map((degrees) => degrees.toFixed(4)).join(",")).join("/"),
    "",
  );
  if (state.camera) {
    const { zoom, lat, lon } = state.camera;
    searchParams.set("at", `${zoom.toFixed(2)}/${lat.toFixed(4)}/${lon.toFixed(4)}`);
  }
  const query = searchParams.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return query === "" ? "" : `?${query}`;
}

function parseShare(text: string): number {
  const share = Number(text);
  return share > 0 && share <= 1 ? share : 0;
}

function parseSwipe(text: string | null): number | null {
  if (text === SWIPE_OFF) return null;
  const share = Number(text ?? Number.NaN);
  return text !== "" && share >= 0 && share <= 1 ? share : INITIAL_STATE.swipe;
}

/** Two codes with a hyphen between them; hyphens and commas inside codes are escaped. */
function formatAssignment({ authority, footprint }: Assignment): string {
  return [authority, footprint].map((code) => encodeURIComponent(code).replaceAll("-", "%2D")).join("-");
}

function parseAssignment(text: string): readonly Assignment[] {
  const [authority = "", footprint = "", ...rest] = text.split("-").map(unescapeCode);
  return rest.length === 0 && CODE.test(authority) && CODE.test(footprint) ? [{ authority, footprint }] : [];
}

function unescapeCode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // not a valid code
  }
}

function parseOutline(text: string): ExplorerState["outline"] {
  const corners = text.split("/").map((corner) => corner.split(",").map(Number));
  if (corners.length < MIN_CORNERS) return null;
  const outline = corners.map(([lon = Number.NaN, lat = Number.NaN]) => [lon, lat] as const);
  return outline.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? outline : null;
}

function parseCamera(text: string): Camera | null {
  const [zoom = Number.NaN, lat = Number.NaN, lon = Number.NaN] = text.split("/").map(Number);
  const isCamera = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return text !== "" && isCamera ? { zoom, lat, lon } : null;
}
