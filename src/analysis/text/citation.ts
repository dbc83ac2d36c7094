import type { Edition } from "../../model/edition.js";

/** How to cite figures of an edition: title, dates, data version and the attributions that the licences require. */
export function citation({ title, date, populationBasis, sources }: Edition, dataVersion: string): string {
  const people = populationBasis === null ? "" : `; people: ${populationBasis}`;
  const attributions = [...new Set(sources.map(({ attribution }) => attribution.trim().replace(/\.$/, "")))];
  return [`Coterminous, ${title} (boundaries of ${date}${people}), data version ${dataVersion}`, ...attributions]
    .map((sentence) => `${sentence}.`)
    .join(" ");
}

/** The attributions that the licences of an edition's sources require, each once. */
export function attribution({ sources }: Edition): string {
  return [...new Set(sources.map((source) => source.attribution))].join(" ");
}
