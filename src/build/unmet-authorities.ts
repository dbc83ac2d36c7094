import { EDITION_FILES } from "../geodata/edition-files.js";
import type { Problem } from "../geodata/problem.js";
import type { EditionFacts } from "../model/facts.js";

/** The authorities that no footprint meets, as problems of an edition: every authority is to have a main footprint. */
export function unmetAuthorities({ authorities, overlaps }: EditionFacts): readonly Problem[] {
  const met = new Set(overlaps.map(({ authorityCode }) => authorityCode));
  return authorities
    .filter(({ code }) => !met.has(code))
    .map(({ code, name }) => ({
      file: EDITION_FILES.areas,
      where: `authority ${code}`,
      value: name,
      expected: "land in common with a footprint; take it out, or make the edition with `import`, which leaves it out",
    }));
}
