import type { AreaChange, ChangePiece } from "./area-changes.js";
import type { NamedArea } from "./areas-of-layer.js";
import { cappedListText, countText, percentText, spokenName } from "./plain-english.js";
import { share } from "./share.js";

const MOST_NAMES = 6;

/** What became of some areas, in a sentence or two: "Devon was made of North Devon and South Devon." */
export function changeSummary(change: AreaChange, codesReused: readonly NamedArea[]): string {
  const codes = codesReused.map(({ code }) => code);
  const warning = codes.length === 0 ? "" : ` Another area had the code ${cappedListText(codes, MOST_NAMES)} before.`;
  return sentence(change) + warning;
}

function sentence({ kind, before, after, pieces }: AreaChange): string {
  const [from, to] = [names(before), names(after)];
  switch (kind) {
    case "UNCHANGED":
      return `${to} is unchanged.`;
    case "RENAMED":
      return `${from} is now called ${to}; its boundary is the same.`;
    case "RECODED": {
      const renamed = from === to ? from : `${from} is now called ${to} and`;
      return `${renamed} has the code ${after[0]?.code} instead of ${before[0]?.code}; its boundary is the same.`;
    }
    case "MERGED":
      return `${from} were merged into ${to}.`;
    case "SPLIT":
      return `${from} was split into ${to}.`;
    case "REDRAWN":
      return `${to} was redrawn: it is made of ${cappedListText(pieces.map(partText), MOST_NAMES)}.`;
    case "NEW":
      return `${to} lies where there was no area before.`;
    case "GONE":
      return `${from} lies where there is no area now.`;
  }
}

function names(areas: readonly NamedArea[]): string {
  return cappedListText(
    areas.map(({ name }) => spokenName(name)),
    MOST_NAMES,
  );
}

/** "12.3% of Surrey (90,210 people)"; of its land where people are not known. */
function partText({ before, areaM2, population }: ChangePiece): string {
  const part = `${percentText(share(areaM2, before.areaM2) ?? 0)} of the land of ${spokenName(before.name)}`;
  return population === null ? part : `${part} (${countText(population)} ${population === 1 ? "person" : "people"})`;
}
