import { editDistance } from "../model/edit-distance.js";
import { areaText, type ExaminedArea, type ExaminedLayer, type Finding } from "./finding.js";

const LEAST_LENGTH = 8; // shorter names differ by a letter and mean it: Boston and Bolton, Harlow and Harrow

/** Areas of a layer whose names are the same but for case and punctuation, or differ by one letter. */
export function lookAlikeNames({ title, areas }: ExaminedLayer): Finding[] {
  const named = areas
    .map((area) => ({ area, plain: plainName(area.name) }))
    .sort((p, q) => p.plain.length - q.plain.length);
  const findings: Finding[] = [];
  for (const [i, one] of named.entries()) {
    for (let j = i + 1; j < named.length; j++) {
      const other = named[j];
      if (other === undefined || other.plain.length > one.plain.length + 1) break;
      const isSame = one.plain === other.plain;
      if (isSame || (one.plain.length >= LEAST_LENGTH && isOneLetterApart(one.plain, other.plain))) {
        findings.push(finding(title, one.area, other.area, isSame));
      }
    }
  }
  return findings;
}

function finding(layer: string, one: ExaminedArea, other: ExaminedArea, isSame: boolean): Finding {
  const pair = `${areaText(one)} and ${areaText(other)}`;
  const what = `${pair} ${isSame ? "have the same name" : "differ by one letter"}: two areas, or one twice?`;
  return { kind: "NAME", layer, areas: [one, other].map(areaText), what, mended: null, at: null, shape: null };
}

// Numbers tell areas apart: Ward 1 and Ward 2 are no misprints.
function isOneLetterApart(one: string, other: string): boolean {
  return one.replace(/\d/g, "") !== other.replace(/\d/g, "") && editDistance(one, other, 1) === 1;
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
