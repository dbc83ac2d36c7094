import { readFileSync } from "node:fs";
import { z } from "zod";
import { CodeError, parseEditionId } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import { EDITION_FILES } from "./edition-files.js";
import { type Problem, problemsOf } from "./problem.js";

const codeForms = z.array(z.string().min(1).max(32)).min(1);

const source = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  licence: z.string().min(1),
  url: z.url().nullable(),
  attribution: z.string().min(1),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits")
    .nullable(),
});

const manifest = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  date: z.iso.date(),
  footprintKind: z.string().min(1),
  authorityKind: z.string().min(1).default("council"),
  memberKind: z.string().min(1),
  sliverToleranceM: z.number().min(0).max(100_000),
  populationBasis: z.string().min(1).nullable(),
  codeForms,
  layerCodeForms: z.strictObject({
    footprints: codeForms,
    upper_tier: codeForms,
    lower_tier: codeForms,
    members: codeForms,
  }),
  ratingScheme: z.strictObject({ title: z.string().min(1), date: z.iso.date() }).nullable(),
  sources: z.array(source).min(1),
  notes: z.array(z.string().min(1)).default([]),
});

/** Reads edition.json; null when it cannot be used, with every problem noted. */
export function readManifest(path: string, into: Problem[]): Edition | null {
  const problems = problemsOf(EDITION_FILES.manifest, into);
  const json = parsedJson(path);
  if (json === undefined) {
    problems.add("file", null, "an edition's manifest as JSON");
    return null;
  }
  const result = manifest.safeParse(json);
  if (!result.success) {
    for (const issue of result.error.issues)
      problems.add(issue.path.join(".") || "file", valueAt(json, issue.path), expectedBy(issue));
    return null;
  }
  try {
    return { ...result.data, id: parseEditionId(result.data.id) };
  } catch (cause) {
    if (!(cause instanceof CodeError)) throw cause;
    problems.add("id", cause.text, cause.expected);
    return null;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  array: "a list",
  object: "an object",
};

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return KINDS[issue.expected] ?? issue.expected;
    case "unrecognized_keys":
      return `no ${issue.keys.join(", ")}: docs/data.md lists what an edition says of itself`;
    case "too_small":
      return issue.origin === "string" ? "a text that is not empty" : `${issue.minimum} at least`;
    default:
      return issue.message;
  }
}

function parsedJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function valueAt(json: unknown, path: readonly PropertyKey[]): string | null {
  let value = json;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined ? null : (JSON.stringify(value) ?? null);
}
