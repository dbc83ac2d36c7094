import { useState } from "preact/hooks";
import { type ChangeKind, type Changes, changesQuestion } from "../data/changes.js";
import { useAnswer } from "../data/use-answer.js";
import { people } from "../parts/numbers.js";
import { QueryLink } from "../parts/query-link.js";
import { Segmented } from "../parts/segmented.js";
import { Waiting } from "../parts/waiting.js";

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

const LAYERS = [
  { value: "FOOTPRINTS", label: "Footprints" },
  { value: "UPPER_TIER", label: "Upper tier" },
  { value: "LOWER_TIER", label: "Lower tier" },
] as const;

interface WhatChangedProps {
  /** The editions to compare. */
  readonly from: string;
  readonly to: string;
}

/** What became of each area between two editions, asked for when it is opened: measuring takes seconds the first time. */
export function WhatChanged({ from, to }: WhatChangedProps) {
  const [isOpen, setOpen] = useState(false);
  const [layer, setLayer] = useState<(typeof LAYERS)[number]["value"]>("FOOTPRINTS");
  const question = changesQuestion({ from, to, layer });
  const loaded = useAnswer(isOpen ? question : null);
  return (
    <details class="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What changed</summary>
      <Segmented label="Areas" name="changed-layer" value={layer} choices={LAYERS} onChange={setLayer} />
      {isOpen && <Waiting for={loaded}>{({ changes }) => <Known changes={changes} />}</Waiting>}
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </details>
  );
}

function Known({ changes: { populationMoved, counts, areas } }: Changes) {
  const told = counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${count} ${KIND_WORDS[kind]}`);
  return (
    <>
      <p class="answer">
        {told.join(", ")}. <strong>{people(populationMoved)}</strong> in another area than before.
      </p>
      <ul class="facts">
        {areas.nodes.map(({ summary, populationMoved: moved }) => (
          <li key={summary}>
            {summary}
            {moved !== null && moved > 0 && <p class="note">{people(moved)} in another area than before</p>}
          </li>
        ))}
      </ul>
      <p class="note">By their boundaries, not by their codes; people by the later count.</p>
    </>
  );
}
