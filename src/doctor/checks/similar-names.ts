import { editDistance } from "../../analysis/search/edit-distance.js";
import { areaLabel } from "../../import/repair/format.js";
import type { InspectedArea, InspectedLayer } from "../../import/repair/result.js";
import type { Finding } from "../finding.js";

const MIN_LENGTH = 8; // characters; shorter places differ by a letter: Boston and Bolton, Harlow and Harrow

/** Areas of a layer whose names are equal except for case and punctuation, or differ by one letter. */
export function findSimilarNames({ title, areas }: InspectedLayer): Finding[] {
  const named = areas
    .map((area) => ({ area, plain: normalizeName(area.name) }))
    .sort((p, q) => p.plain.length - q.plain.length);
  const findings: Finding[] = [];
  for (const [i, one] of named.entries()) {
    for (let j = i + 1; j < named.length; j++) {
      const other = named[j];
      if (other === undefined || other.plain.length > one.plain.length + 1) break;
      const isSame = one.plain === other.plain;
      if (isSame || (one.plain.length >= MIN_LENGTH && differsByOneLetter(one.plain, other.plain))) {
        findings.push(toFinding(title, one.area, other.area, isSame));
      }
    }
  }
  return findings;
}

function toFinding(layer: string, one: InspectedArea, other: InspectedArea, isSame: boolean): Finding {
  const pair = `${areaLabel(one)} and ${areaLabel(other)}`;
  const what = `${pair} ${isSame ? "have the same name" : "differ by one letter"}: two areas, or one area twice?`;
  return { kind: "NAME", layer, areas: [one, other].map(areaLabel), what, mended: null, at: null, shape: null };
}

// Ward 1 and Ward 2 are different areas, not a misprint.
function differsByOneLetter(one: string, other: string): boolean {
  return one.replace(/\d/g, "") !== other.replace(/\d/g, "") && editDistance(one, other, 1) === 1;
}

function normalizeName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
