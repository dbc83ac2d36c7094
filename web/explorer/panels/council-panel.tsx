import { useContext } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { AreaLink, QueryLink, StateLink } from "../components/links.js";
import { StackedBar } from "../components/stacked-bar.js";
import { type CouncilDetail, type CouncilOverlap, councilQuery } from "../data/area-details.js";
import { overlapShare } from "../data/spanning.js";
import { useQuery } from "../data/use-query.js";
import { UNKNOWN_COLOUR } from "../format/colours.js";
import { authorityTypeLabel } from "../format/labels.js";
import { areaKm2, people, uncoveredShare } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { CouncilOverlaps } from "./council-overlaps.js";
import { WeightChoice } from "./weight-choice.js";

interface CouncilPanelProps {
  readonly code: string;
  readonly identity: ReadonlyMap<string, string>;
}

/** One council: the footprints that it lies in, with its share in each. */
export function CouncilPanel({ code, identity }: CouncilPanelProps) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const query = councilQuery(code, state);
  const loaded = useQuery(query);
  return (
    <article>
      <StateLink class="back" to={{ area: null, camera: null }}>
        {state.view === "councils" ? `All divided ${words.councils}` : `All ${words.footprints}`}
      </StateLink>
      <AsyncBoundary for={loaded}>
        {({ authority }) =>
          authority ? (
            <CouncilDetails council={authority} identity={identity} />
          ) : (
            <p>
              This edition has no {words.council} {code}.
            </p>
          )
        }
      </AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </article>
  );
}

function CouncilDetails({
  council,
  identity,
}: {
  readonly council: CouncilDetail;
  readonly identity: ReadonlyMap<string, string>;
}) {
  const { state } = useContext(StateContext);
  const { words, hasPeople } = useEdition();
  const share = (piece: CouncilOverlap) => overlapShare(piece, state.weight);
  const largestFirst = council.overlaps.toSorted((a, b) => (share(b) ?? 0) - (share(a) ?? 0));
  const pieces = largestFirst.filter(({ isSliver }) => !isSliver);
  const outside = uncoveredShare(council.overlaps.map(share));
  const facts = [authorityTypeLabel(council.type, words), ...(hasPeople ? [people(council.population)] : [])];
  return (
    <>
      <h1>{council.name}</h1>
      <p class="note">{[...facts, areaKm2(council.areaKm2)].join(" · ")}</p>
      <LocationSentence pieces={pieces} isOutside={outside > 0} />
      {hasPeople && <MainFootprintNote pieces={pieces} />}
      {hasPeople && pieces.length > 0 && <WeightChoice />}
      {pieces.length > 0 && (
        <StackedBar
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
      <CouncilOverlaps
        pieces={pieces}
        slivers={largestFirst.filter(({ isSliver }) => isSliver)}
        outside={outside}
        share={share}
        identity={identity}
      />
    </>
  );
}

/** The footprints of a council, in a sentence. */
function LocationSentence({
  pieces,
  isOutside,
}: {
  readonly pieces: readonly CouncilOverlap[];
  readonly isOutside: boolean;
}) {
  const { footprint, footprints } = useEdition().words;
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

/** Points out where most people and most land are in different footprints. */
function MainFootprintNote({ pieces }: { readonly pieces: readonly CouncilOverlap[] }) {
  const largest = (amount: (piece: CouncilOverlap) => number) => pieces.toSorted((a, b) => amount(b) - amount(a))[0];
  const byPeople = largest(({ population }) => population ?? 0);
  const byLand = largest((piece) => piece.areaKm2);
  if (!byPeople || !byLand || byPeople === byLand) return null;
  return (
    <p class="note">
      Most of its people are in {byPeople.footprint.name}, most of its land in {byLand.footprint.name}.
    </p>
  );
}
