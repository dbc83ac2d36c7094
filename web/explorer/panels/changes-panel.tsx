import { useState } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink } from "../components/links.js";
import { PagedList } from "../components/paged-list.js";
import { SegmentedControl } from "../components/segmented-control.js";
import { type DataOf, type EnumValue, graphql } from "../data/graphql.js";
import type { EditionSummary } from "../data/overview.js";
import { bind } from "../data/query.js";
import { useQuery } from "../data/use-query.js";
import { TIER_LABELS } from "../format/labels.js";
import { capitalize, plural } from "../format/nouns.js";
import { areaKm2, count, people } from "../format/numbers.js";

const CHANGES = graphql(`
query Changes($from: ID!, $to: ID!, $layer: Layer!) {
  changes(from: $from, to: $to, layer: $layer) {
    populationMoved areaMovedKm2
    counts { kind count }
    areas(kinds: [MERGED, SPLIT, REDRAWN, NEW, GONE]) { totalCount nodes { kind summary populationMoved } }
  }
}
`);

type Changes = DataOf<typeof CHANGES>["changes"];

const CHANGE_LABELS: Readonly<Record<EnumValue<"ChangeKind">, string>> = {
  MERGED: "merged",
  SPLIT: "split",
  REDRAWN: "redrawn",
  NEW: "new",
  GONE: "gone",
  RECODED: "recoded",
  RENAMED: "renamed",
  UNCHANGED: "unchanged",
};

type ChangedLayer = Exclude<EnumValue<"Layer">, "MEMBERS">;

interface ChangesPanelProps {
  /** The editions to compare. */
  readonly from: EditionSummary;
  readonly to: EditionSummary;
}

/** What changed between two editions. Loaded when opened: the first comparison takes seconds. */
export function ChangesPanel({ from, to }: ChangesPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const [layer, setLayer] = useState<ChangedLayer>("FOOTPRINTS");
  const layers = commonLayers(from, to);
  const shown = layers.some(({ value }) => value === layer) ? layer : "FOOTPRINTS";
  const query = bind(CHANGES, { from: from.id, to: to.id, layer: shown });
  const loaded = useQuery(isOpen ? query : null);
  return (
    <details class="folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What changed</summary>
      <SegmentedControl label="Areas" name="changed-layer" value={shown} choices={layers} onChange={setLayer} />
      {isOpen && <AsyncBoundary for={loaded}>{({ changes }) => <ChangesList changes={changes} />}</AsyncBoundary>}
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </details>
  );
}

/** The layers that both editions have, with labels. */
function commonLayers(from: EditionSummary, to: EditionSummary): readonly { value: ChangedLayer; label: string }[] {
  const tiers = from.tiers.filter((tier) => to.tiers.includes(tier));
  const isAlone = tiers.length === 1 && from.authorityKind === to.authorityKind;
  return [
    { value: "FOOTPRINTS", label: "Footprints" },
    ...tiers.map((tier) => ({
      value: `${tier}_TIER` as const,
      label: isAlone ? capitalize(plural(from.authorityKind)) : TIER_LABELS[tier],
    })),
  ];
}

function ChangesList({ changes: { populationMoved, areaMovedKm2, counts, areas } }: { readonly changes: Changes }) {
  if (counts.every(({ kind, count: found }) => found === 0 || kind === "NEW" || kind === "GONE")) {
    return <p>The two editions cover different land, so there is nothing to compare.</p>;
  }
  const countsByKind = counts
    .filter((one) => one.count > 0)
    .map((one) => `${count(one.count)} ${CHANGE_LABELS[one.kind]}`);
  const moved = populationMoved === null ? areaKm2(areaMovedKm2) : people(populationMoved);
  return (
    <>
      <p class="answer">
        {countsByKind.join(", ")}. <strong>{moved}</strong> now in a different area.
      </p>
      <PagedList items={areas.nodes} class="facts">
        {({ summary, populationMoved: inIt }) => (
          <li key={summary}>
            {summary}
            {inIt !== null && inIt > 0 && <p class="note">{people(inIt)} now in a different area</p>}
          </li>
        )}
      </PagedList>
      {areas.nodes.length < areas.totalCount && (
        <p class="note">
          Showing the first {count(areas.nodes.length)} of {count(areas.totalCount)}; the query below returns the rest,
          page by page.
        </p>
      )}
      <p class="note">
        Compared by boundaries, not by codes{populationMoved !== null && "; people as counted in the later edition"}.
      </p>
    </>
  );
}
