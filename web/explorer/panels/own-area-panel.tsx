import type { Geometry } from "geojson";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { type OwnArea, ownAreaQuestion } from "../data/own-area.js";
import { FileError, polygonInFile } from "../data/polygon-in-file.js";
import { useAnswer } from "../data/use-answer.js";
import { CsvButton } from "../parts/csv-button.js";
import { capital } from "../parts/nouns.js";
import { QueryLink } from "../parts/query-link.js";
import { Waiting } from "../parts/waiting.js";
import { useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { ownAreaCsv } from "./own-area-csv.js";
import { OwnOverlaps } from "./own-overlaps.js";

export interface OwnAreaProps {
  readonly area: Geometry | null;
  readonly onArea: (area: Geometry | null) => void;
  /** Lets the reader draw on the map; gives how to stop. null while there is no map. */
  readonly draw: ((onDrawn: (area: Geometry) => void) => Promise<{ stop(): void }>) | null;
}

/** An area of the reader's own, from a file or drawn, and what it overlaps. */
export function OwnAreaPanel({ area, onArea, draw }: OwnAreaProps) {
  const words = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const [isDrawing, setIsDrawing] = useState(false);
  const drawing = useRef<{ stop(): void } | null>(null);
  useEffect(() => () => drawing.current?.stop(), []);

  const take = (next: Geometry) => {
    drawing.current = null;
    setIsDrawing(false);
    setProblem(null);
    onArea(next);
  };
  const read = (file: File | undefined) => {
    file
      ?.text()
      .then((text) => take(polygonInFile(text)))
      .catch((error: Error) => setProblem(error instanceof FileError ? error.message : "The file could not be read."));
  };
  const start = () => {
    if (!draw) return;
    if (area) onArea(null);
    setIsDrawing(true);
    draw(take)
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
        A proposed {words.footprint}, a ward, a catchment. It is sent to this server to be measured, and not kept.
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
      {area && <Overlapping area={area} />}
    </div>
  );
}

function Overlapping({ area }: { readonly area: Geometry }) {
  const { state } = useContext(StateContext);
  const words = useWords();
  const question = ownAreaQuestion(area, state.edition, state.tier);
  const loaded = useAnswer<OwnArea>(question);
  return (
    <>
      <Waiting for={loaded}>
        {(own) => (
          <>
            <OwnOverlaps title={capital(words.footprints)} overlaps={own.footprints} />
            <OwnOverlaps title={capital(words.councils)} overlaps={own.councils} />
            <p class="panel-foot">
              <CsvButton name="own-area" text={() => ownAreaCsv(own)} />
            </p>
          </>
        )}
      </Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </>
  );
}
