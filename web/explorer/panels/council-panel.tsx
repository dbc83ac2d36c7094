import { useContext } from "preact/hooks";
import { type CouncilDetail, type CouncilPiece, councilQuestion } from "../data/council-detail.js";
import { useAnswer } from "../data/use-answer.js";
import { UNKNOWN_COLOUR } from "../parts/colours.js";
import { areaKm2, people } from "../parts/numbers.js";
import { outsideShare } from "../parts/outside-share.js";
import { QueryLink } from "../parts/query-link.js";
import { SplitBar } from "../parts/split-bar.js";
import { AreaLink, StateLink } from "../parts/state-link.js";
import { Waiting } from "../parts/waiting.js";
import { typeWords } from "../parts/words.js";
import { useEdition, useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { CouncilPieces } from "./council-pieces.js";
import { WeightChoice } from "./weight-choice.js";

interface CouncilPanelProps {
  readonly code: string;
  readonly identity: ReadonlyMap<string, string>;
}

/** One council: which footprints it lies in, and how much of it lies in each. */
export function CouncilPanel({ code, identity }: CouncilPanelProps) {
  const { state } = useContext(StateContext);
  const words = useWords();
  const question = councilQuestion(code, state);
  const loaded = useAnswer(question);
  return (
    <article>
      <StateLink class="back" to={{ area: null, camera: null }}>
        {state.view === "councils" ? `All divided ${words.councils}` : `All ${words.footprints}`}
      </StateLink>
      <Waiting for={loaded}>
        {({ authority }) =>
          authority ? (
            <Known council={authority} identity={identity} />
          ) : (
            <p>
              This edition has no {words.council} {code}.
            </p>
          )
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
  const { words, hasPeople } = useEdition();
  const share = (piece: CouncilPiece) =>
    state.weight === "AREA" ? piece.shareOfAuthorityArea : piece.shareOfAuthorityPopulation;
  const largestFirst = council.overlaps.toSorted((a, b) => (share(b) ?? 0) - (share(a) ?? 0));
  const pieces = largestFirst.filter(({ isSliver }) => !isSliver);
  const outside = outsideShare(council.overlaps.map(share));
  const facts = [typeWords(council.type, words), ...(hasPeople ? [people(council.population)] : [])];
  return (
    <>
      <h1>{council.name}</h1>
      <p class="note">{[...facts, areaKm2(council.areaKm2)].join(" · ")}</p>
      <WhereItLies pieces={pieces} isOutside={outside > 0} />
      {hasPeople && <MostOfIt pieces={pieces} />}
      {hasPeople && pieces.length > 0 && <WeightChoice />}
      {pieces.length > 0 && (
        <SplitBar
          parts={[
            ...pieces.map((piece) => ({
              key: piece.footprint.code,
              label: piece.footprint.name,
              share: share(piece) ?? 0,
              colour: identity.get(piece.footprint.code) ?? "",
            })),
            ...(outside > 0
              ? [{ key: "", label: `in no ${words.footprint}`, share: outside, colour: UNKNOWN_COLOUR }]
              : []),
          ]}
        />
      )}
      <CouncilPieces
        pieces={pieces}
        slivers={largestFirst.filter(({ isSliver }) => isSliver)}
        outside={outside}
        share={share}
        identity={identity}
      />
    </>
  );
}

/** Where a council lies, in a sentence. */
function WhereItLies({ pieces, isOutside }: { readonly pieces: readonly CouncilPiece[]; readonly isOutside: boolean }) {
  const { footprint, footprints } = useWords();
  const [only, ...others] = pieces;
  if (!only) return <p class="answer">It lies in no {footprint}.</p>;
  if (others.length > 0) {
    return (
      <p class="answer">
        It lies in <strong>{pieces.length}</strong> {footprints}.
      </p>
    );
  }
  const link = <AreaLink code={only.footprint.code}>{only.footprint.name}</AreaLink>;
  return (
    <p class="answer">
      {isOutside ? "Part" : "All"} of it is in one {footprint}, {link}
      {isOutside && `, and part in none`}.
    </p>
  );
}

/** Says it when the footprint with most people is not the one with most land. */
function MostOfIt({ pieces }: { readonly pieces: readonly CouncilPiece[] }) {
  const most = (amount: (piece: CouncilPiece) => number) => pieces.toSorted((a, b) => amount(b) - amount(a))[0];
  const byPeople = most(({ population }) => population ?? 0);
  const byLand = most((piece) => piece.areaKm2);
  if (!byPeople || !byLand || byPeople === byLand) return null;
  return (
    <p class="note">
      Most of its people are in {byPeople.footprint.name}, most of its land in {byLand.footprint.name}.
    </p>
  );
}
