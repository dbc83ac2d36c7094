import type { Examination } from "./examination.js";
import type { Finding, FindingKind } from "./finding.js";
import { kmText, percentText } from "./lengths.js";

const HEADINGS: Readonly<Record<FindingKind, string>> = {
  INVALID: "Boundaries that are not valid",
  DUPLICATE: "Areas that are there twice",
  OVERLAP: "Land that two areas of a layer have",
  GAP: "Gaps between areas of a layer",
  HOLE: "Holes in a layer",
  STRAY: "Stray parts",
  NAME: "Names that look alike",
  NOT_COVERED: "Not covered by the other layer",
  BEYOND: "Land beyond the other layer",
};

const SHOWN = 40;

/** What was found, for people to read: figures first, then the findings under their headings. */
export function reportText({ layers, pairs, findings }: Examination): string {
  const lines = layers.map(
    ({ layer, areaCount, areaKm2, vertexSpacingM }) =>
      `${layer}: ${areaCount} areas, ${Math.round(areaKm2)} km², vertices ${kmText(vertexSpacingM)} apart`,
  );
  for (const { layers: names, toleranceM, coverage } of pairs) {
    const [there, back] = coverage.map(({ share }) => percentText(share));
    lines.push(
      `${names.join(" and ")}: tolerance ${toleranceM} m; ${there} of the first and ${back} of the second covered`,
    );
  }
  for (const [kind, heading] of Object.entries(HEADINGS)) {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) continue;
    lines.push("", `${heading} (${own.length})`, ...own.slice(0, SHOWN).map(findingLine));
    if (own.length > SHOWN) lines.push(`  … and ${own.length - SHOWN} more: --json has them all`);
  }
  if (findings.length === 0) lines.push("", "Nothing is wrong with them.");
  return `${lines.join("\n")}\n`;
}

function findingLine({ layer, what, mended, at }: Finding): string {
  const place = at === null ? "" : ` [${at.map((value) => Number(value.toFixed(5))).join(", ")}]`;
  return `  ${layer}: ${what}${place}${mended === null ? "" : ` → ${mended}`}`;
}
