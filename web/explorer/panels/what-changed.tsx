import { useState } from "preact/hooks";
import { type ChangeKind, type Changes, changesQuestion } from "../data/changes.js";
import type { EditionName } from "../data/overview.js";
import { useAnswer } from "../data/use-answer.js";
import { LongList } from "../parts/long-list.js";
import { capital, plural } from "../parts/nouns.js";
import { areaKm2, count, people } from "../parts/numbers.js";
import { QueryLink } from "../parts/query-link.js";
import { Segmented } from "../parts/segmented.js";
import { Waiting } from "../parts/waiting.js";
import { TIER_WORDS } from "../parts/words.js";

const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  MERGED: "merged",
  SPLIT: "split",
  REDRAWN: "redrawn",
  NEW: "new",
  GONE: "gone",
  RECODED: "with another code",
  RENAMED: "with another name",
  UNCHANGED: "unchanged",
};

type ChangedLayer = "FOOTPRINTS" | "UPPER_TIER" | "LOWER_TIER";

interface WhatChangedProps {
  /** The editions to compare. */
  readonly from: EditionName;
  readonly to: EditionName;
}

/** What became of each area between two editions, asked for when it is opened: measuring takes seconds the first time. */
export function WhatChanged({ from, to }: WhatChangedProps) {
  const [isOpen, setOpen] = useState(false);
  const [layer, setLayer] = useState<ChangedLayer>("FOOTPRINTS");
  const layers = commonLayers(from, to);
  const shown = layers.some(({ value }) => value === layer) ? layer : "FOOTPRINTS";
  const question = changesQuestion({ from: from.id, to: to.id, layer: shown });
  const loaded = useAnswer(isOpen ? question : null);
  return (
    <details class="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What changed</summary>
      <Segmented label="Areas" name="changed-layer" value={shown} choices={layers} onChange={setLayer} />
      {isOpen && <Waiting for={loaded}>{({ changes }) => <Known changes={changes} />}</Waiting>}
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </details>
  );
}

/** The layers that both editions have. */
function commonLayers(from: EditionName, to: EditionName): readonly { value: ChangedLayer; label: string }[] {
  const tiers = from.tiers.filter((tier) => to.tiers.includes(tier));
  const isAlone = tiers.length === 1 && from.authorityKind === to.authorityKind;
  return [
    { value: "FOOTPRINTS", label: "Footprints" },
    ...tiers.map((tier) => ({
      value: `${tier}_TIER` as const,
      label: isAlone ? capital(plural(from.authorityKind)) : TIER_WORDS[tier],
    })),
  ];
}

function Known({ changes: { populationMoved, areaMovedKm2, counts, areas } }: Changes) {
  if (counts.every(({ kind, count: found }) => found === 0 || kind === "NEW" || kind === "GONE")) {
    return <p>No area of one lies where the other has any: there is nothing to compare.</p>;
  }
  const told = counts.filter((one) => one.count > 0).map((one) => `${count(one.count)} ${KIND_WORDS[one.kind]}`);
  const moved = populationMoved === null ? areaKm2(areaMovedKm2) : people(populationMoved);
  return (
    <>
      <p class="answer">
        {told.join(", ")}. <strong>{moved}</strong> in another area than before.
      </p>
      <LongList items={areas.nodes} class="facts">
        {({ summary, populationMoved: inIt }) => (
          <li key={summary}>
            {summary}
            {inIt !== null && inIt > 0 && <p class="note">{people(inIt)} in another area than before</p>}
          </li>
        )}
      </LongList>
      {areas.nodes.length < areas.totalCount && (
        <p class="note">
          The first {count(areas.nodes.length)} of {count(areas.totalCount)}; the query below gives the others, page by
          page.
        </p>
      )}
      <p class="note">
        By their boundaries, not by their codes{populationMoved !== null && "; people by the later count"}.
      </p>
    </>
  );
}
