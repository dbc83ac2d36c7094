import { useContext } from "preact/hooks";
import { type CouncilDetail, type CouncilPiece, councilQuestion } from "../data/council-detail.js";
import { useAnswer } from "../data/use-answer.js";
import { areaKm2, count, length } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { SplitBar } from "../parts/split-bar.js";
import { AreaLink, StateLink } from "../parts/state-link.js";
import { Waiting } from "../parts/waiting.js";
import { TYPE_WORDS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";
import { WeightChoice } from "./weight-choice.js";

interface CouncilPanelProps {
  readonly code: string;
  readonly identity: ReadonlyMap<string, string>;
}

/** One council: which footprints it lies in, and how much of it lies in each. */
export function CouncilPanel({ code, identity }: CouncilPanelProps) {
  const { state } = useContext(StateContext);
  const question = councilQuestion(code, state);
  const loaded = useAnswer(question);
  return (
    <article>
      <StateLink class="back" to={{ area: null, camera: null }}>
        {state.view === "councils" ? "All divided councils" : "All footprints"}
      </StateLink>
      <Waiting for={loaded}>
        {({ authority }) =>
          authority ? <Known council={authority} identity={identity} /> : <p>This edition has no council {code}.</p>
        }
      </Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </article>
  );
}

function Known({
  council,
  identity,
}: {
  readonly council: CouncilDetail;
  readonly identity: ReadonlyMap<string, string>;
}) {
  const { state } = useContext(StateContext);
  const share = (piece: CouncilPiece) =>
    state.weight === "AREA" ? piece.shareOfAuthorityArea : piece.shareOfAuthorityPopulation;
  const largestFirst = council.overlaps.toSorted((a, b) => (share(b) ?? 0) - (share(a) ?? 0));
  const pieces = largestFirst.filter(({ isSliver }) => !isSliver);
  const slivers = largestFirst.filter(({ isSliver }) => isSliver);
  const [only] = pieces;
  return (
    <>
      <h1>{council.name}</h1>
      <p class="note">
        {TYPE_WORDS[council.type]} · {count(council.population)} people · {areaKm2(council.areaKm2)}
      </p>
      {pieces.length === 1 && only ? (
        <p class="answer">
          All of it is in one footprint, <AreaLink code={only.footprint.code}>{only.footprint.name}</AreaLink>.
        </p>
      ) : (
        <p class="answer">
          It lies in <strong>{pieces.length}</strong> footprints.
        </p>
      )}
      {council.byPeople.code !== council.byLand.code && (
        <p class="note">
          Most of its people are in {council.byPeople.name}, most of its land in {council.byLand.name}.
        </p>
      )}
      <WeightChoice />
      <SplitBar
        parts={pieces.map((piece) => ({
          key: piece.footprint.code,
          label: piece.footprint.name,
          share: share(piece) ?? 0,
          colour: identity.get(piece.footprint.code) ?? "",
        }))}
      />
      <ul class="pieces">
        {pieces.map((piece) => (
          <li key={piece.footprint.code}>
            <span class="swatch" style={{ background: identity.get(piece.footprint.code) }} />
            <AreaLink code={piece.footprint.code}>{piece.footprint.name}</AreaLink>
            <p>
              <strong>{percent(share(piece))}</strong> of its {state.weight === "AREA" ? "land" : "people"}:{" "}
              {count(piece.population)} people on {areaKm2(piece.areaKm2)}, up to {length(piece.thicknessM)} thick
            </p>
          </li>
        ))}
      </ul>
      {slivers.length > 0 && <Slivers slivers={slivers} />}
    </>
  );
}

function Slivers({ slivers }: { readonly slivers: readonly CouncilPiece[] }) {
  return (
    <details class="folded">
      <summary>
        Left out: slivers along the border <span class="count">{slivers.length}</span>
      </summary>
      <ul class="facts">
        {slivers.map(({ footprint, sliverReason }) => (
          <li key={footprint.code}>
            {footprint.name}
            <p class="note">{sliverReason}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
