import { useContext } from "preact/hooks";
import { AreaLink } from "../components/links.js";
import type { CouncilOverlap } from "../data/area-details.js";
import { UNKNOWN_COLOUR } from "../format/colours.js";
import { areaKm2, length, people, percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

interface CouncilOverlapsProps {
  readonly pieces: readonly CouncilOverlap[];
  readonly slivers: readonly CouncilOverlap[];
  /** Share of the council in no footprint. */
  readonly outside: number;
  readonly share: (piece: CouncilOverlap) => number | null;
  readonly identity: ReadonlyMap<string, string>;
}

/** The overlaps of a council, largest first, then the slivers left out. */
export function CouncilOverlaps({ pieces, slivers, outside, share, identity }: CouncilOverlapsProps) {
  const { state } = useContext(StateContext);
  const { footprint } = useEdition().words;
  const what = state.weight === "AREA" ? "land" : "people";
  return (
    <>
      <ul class="pieces">
        {pieces.map((piece) => (
          <li key={piece.footprint.code}>
            <span class="swatch" style={{ background: identity.get(piece.footprint.code) }} />
            <AreaLink code={piece.footprint.code}>{piece.footprint.name}</AreaLink>
            <p>
              <strong>{percent(share(piece))}</strong> of its {what}:{" "}
              {piece.population !== null && `${people(piece.population)} on `}
              {areaKm2(piece.areaKm2)}, up to {length(piece.thicknessM)} thick
            </p>
          </li>
        ))}
        {outside > 0 && pieces.length > 0 && (
          <li>
            <span class="swatch" style={{ background: UNKNOWN_COLOUR }} />
            <span>In no {footprint}</span>
            <p>
              <strong>{percent(outside)}</strong> of its {what}
            </p>
          </li>
        )}
      </ul>
      {slivers.length > 0 && (
        <details class="folded">
          <summary>
            Left out: slivers along the boundary <span class="count">{slivers.length}</span>
          </summary>
          <ul class="facts">
            {slivers.map((piece) => (
              <li key={piece.footprint.code}>
                {piece.footprint.name}
                <p class="note">{piece.sliverReason}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
