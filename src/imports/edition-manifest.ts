import type { LayerName } from "../model/layer.js";
import { authorityType } from "./authority-type.js";
import { codeForms, commonForms } from "./code-forms.js";
import type { EditionPlan } from "./edition-plan.js";
import type { ImportedLayer } from "./imported-layer.js";

/** What an import found out that edition.json has to say. */
export interface Findings {
  readonly toleranceM: number;
  /** Sentences that every reader of the edition is to see. */
  readonly notes: readonly string[];
  /** What the numbers of people are; null when there are none. */
  readonly populationBasis: string | null;
  readonly ratingScheme: { readonly title: string; readonly date: string } | null;
  /** Files beside the layers that the edition was made from, with what each gave. */
  readonly otherSources: readonly { readonly title: string; readonly sha256: string }[];
}

/** edition.json of an imported edition. */
export function editionManifest(plan: EditionPlan, layers: readonly ImportedLayer[], findings: Findings) {
  const date = plan.date ?? new Date().toISOString().slice(0, 10);
  const footprintKind = plan.footprintKind ?? "footprint";
  const authorityKind = plan.authorityKind ?? guessedKind(layers);
  const codesOf = (wanted: LayerName) =>
    layers.filter(({ layer }) => layer === wanted).flatMap(({ areas }) => areas.map(({ code }) => code));
  const allCodes = layers.flatMap(({ areas }) => areas.map(({ code }) => code));
  return {
    id: plan.id,
    title: plan.title ?? `${capital(plural(footprintKind))} and ${plural(authorityKind)}, ${date}`,
    date,
    footprintKind,
    authorityKind,
    memberKind: plan.memberKind ?? "member",
    sliverToleranceM: findings.toleranceM,
    populationBasis: findings.populationBasis,
    ratingScheme: findings.ratingScheme,
    codeForms: commonForms(allCodes),
    layerCodeForms: {
      footprints: codeForms(codesOf("footprints")),
      upper_tier: codeForms(codesOf("upper_tier")),
      lower_tier: codeForms(codesOf("lower_tier")),
      members: codeForms(codesOf("members")),
    },
    notes: findings.notes,
    sources: [
      ...layers.map(({ layer, file }) =>
        source(plan, `${LAYER_TITLES[layer]}: ${file.file} (${file.format})`, file.sha256),
      ),
      ...findings.otherSources.map(({ title, sha256 }) => source(plan, title, sha256)),
    ],
  };
}

const LAYER_TITLES: Readonly<Record<LayerName, string>> = {
  footprints: "Footprints",
  upper_tier: "Upper-tier authorities",
  lower_tier: "Lower-tier authorities",
  members: "Members of footprints",
};

const NOT_STATED = "not stated";

function source({ publisher, licence, attribution }: EditionPlan, title: string, sha256: string) {
  return {
    title,
    publisher: publisher ?? NOT_STATED,
    licence: licence ?? NOT_STATED,
    url: null,
    attribution: attribution ?? `${title}, as given by whoever imported it.`,
    sha256,
  };
}

/** Authorities whose codes ONS gives to councils are councils. */
function guessedKind(layers: readonly ImportedLayer[]): string {
  const authorities = layers.filter(({ layer }) => layer === "upper_tier" || layer === "lower_tier");
  const isCouncils = authorities.every(({ areas }) => areas.every(({ code }) => authorityType(code) !== "OTHER"));
  return isCouncils ? "council" : "authority";
}

function plural(kind: string): string {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(kind) ? `${kind}es` : `${kind}s`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
