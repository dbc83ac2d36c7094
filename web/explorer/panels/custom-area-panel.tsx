import type { Geometry } from "geojson";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink } from "../components/links.js";
import { CsvButton } from "../components/save-file.js";
import { type CustomAreaOverlap, type CustomAreaOverlaps, customAreaQuery } from "../data/custom-area.js";
import { PolygonFileError, parsePolygonFile } from "../data/parse-polygon-file.js";
import { useQuery } from "../data/use-query.js";
import { csv } from "../format/csv.js";
import { capitalize } from "../format/nouns.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { CustomOverlaps } from "./custom-overlaps.js";

export interface CustomAreaProps {
  readonly area: Geometry | null;
  readonly onArea: (area: Geometry | null) => void;
  /** Lets the reader draw on the map; gives how to stop. null while there is no map. */
  readonly draw: ((onDrawn: (area: Geometry) => void) => Promise<{ stop(): void }>) | null;
}

/** An area of the reader's own, from a file or drawn, and what it overlaps. */
export function CustomAreaPanel({ area, onArea, draw }: CustomAreaProps) {
  const { words } = useEdition();
  const [problem, setProblem] = useState<string | null>(null);
  const [isDrawing, setIsDrawing] = useState(false);
  const drawing = useRef<{ stop(): void } | null>(null);
  useEffect(() => () => drawing.current?.stop(), []);

  const acceptArea = (next: Geometry) => {
    drawing.current = null;
    setIsDrawing(false);
    setProblem(null);
    onArea(next);
  };
  const read = (file: File | undefined) => {
    file
      ?.text()
      .then((text) => acceptArea(parsePolygonFile(text)))
      .catch((error: Error) =>
        setProblem(error instanceof PolygonFileError ? error.message : "The file could not be read."),
      );
  };
  const start = () => {
    if (!draw) return;
    if (area) onArea(null);
    setIsDrawing(true);
    draw(acceptArea)
      .then((begun) => {
        drawing.current = begun;
      })
      .catch(() => setProblem("The drawing tool could not be loaded."));
  };
  const stop = () => {
    drawing.current?.stop();
    drawing.current = null;
    setIsDrawing(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a short cut for the button inside
    <div
      class="own-area"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        read(event.dataTransfer?.files[0]);
      }}
    >
      <h1>What does your own area overlap?</h1>
      <p class="note">
        For example a proposed {words.footprint}, a ward or a catchment area. It is sent to this server to be measured,
        and is not stored.
      </p>
      <p class="own-choices">
        <label class="file">
          Open a GeoJSON file
          <input
            type="file"
            accept=".geojson,.json,application/geo+json,application/json"
            onChange={({ currentTarget }) => read(currentTarget.files?.[0])}
          />
        </label>
        <button type="button" disabled={!draw} onClick={isDrawing ? stop : start}>
          {isDrawing ? "Stop drawing" : "Draw on the map"}
        </button>
        {area && (
          <button type="button" onClick={() => onArea(null)}>
            Clear
          </button>
        )}
      </p>
      {isDrawing && <p role="status">Click each corner on the map; click the first corner again to finish.</p>}
      {!area && !isDrawing && <p class="drop-hint">You can also drop a file here.</p>}
      {problem && (
        <p class="failure" role="alert">
          {problem}
        </p>
      )}
      {area && <CustomAreaResult area={area} />}
    </div>
  );
}

function CustomAreaResult({ area }: { readonly area: Geometry }) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const query = customAreaQuery(area, state.edition, state.tier);
  const loaded = useQuery(query);
  return (
    <>
      <AsyncBoundary for={loaded}>
        {(own) => (
          <>
            <CustomOverlaps title={capitalize(words.footprints)} overlaps={own.footprints} />
            <CustomOverlaps title={capitalize(words.councils)} overlaps={own.councils} />
            <p class="panel-foot">
              <CsvButton name="own-area" text={() => customAreaCsv(own)} />
            </p>
          </>
        )}
      </AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </>
  );
}

const CSV_HEADER = [
  "layer",
  "code",
  "name",
  "area_km2",
  "population",
  "share_of_your_area",
  "share_of_area",
  "share_of_population",
  "is_sliver",
];

/** What an area of the reader's own overlaps as CSV: a line for each footprint and council, slivers too. */
export function customAreaCsv({ footprints, councils }: CustomAreaOverlaps): string {
  const row = (layer: string) => (overlap: CustomAreaOverlap) => [
    ...[layer, overlap.code, overlap.name, overlap.areaKm2, overlap.population],
    ...[overlap.shareOfGeometry, overlap.shareOfArea, overlap.shareOfPopulation, String(overlap.isSliver)],
  ];
  return csv(CSV_HEADER, [...footprints.map(row("footprint")), ...councils.map(row("council"))]);
}
