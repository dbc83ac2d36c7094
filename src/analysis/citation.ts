import type { Edition } from "../model/edition.js";

/** How to cite figures of an edition: what, of when, which data version, and what the licences of the sources ask for. */
export function citation({ title, date, populationBasis, sources }: Edition, dataVersion: string): string {
  const people = populationBasis === null ? "" : `; people: ${populationBasis}`;
  const attributions = [...new Set(sources.map(({ attribution }) => attribution.trim().replace(/\.$/, "")))];
  return [`Coterminous, ${title} (boundaries of ${date}${people}), data version ${dataVersion}`, ...attributions]
    .map((sentence) => `${sentence}.`)
    .join(" ");
}
