import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { CodeError, parseEditionId } from "../model/code.js";
import type { Edition } from "../model/edition.js";
import { EDITION_FILES } from "./edition-files.js";
import { issueCollector, type ValidationIssue } from "./validation-issue.js";

const codeForms = z.array(z.string().min(1).max(32)).min(1);

const sourceSchema = z.strictObject({
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

const manifestSchema = z.strictObject({
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
  sources: z.array(sourceSchema).min(1),
  notes: z.array(z.string().min(1)).default([]),
});

/** Reads edition.json; null when it has problems, which are all reported. */
export function readManifest(path: string, into: ValidationIssue[]): Edition | null {
  const problems = issueCollector(EDITION_FILES.manifest, into);
  const json = readJson(path);
  if (json === undefined) {
    problems.add("file", null, "an edition's manifest as JSON");
    return null;
  }
  const result = manifestSchema.safeParse(json);
  if (!result.success) {
    for (const issue of result.error.issues)
      problems.add(issue.path.join(".") || "file", valueAt(json, issue.path), describeExpected(issue));
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

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  array: "a list",
  object: "an object",
};

function describeExpected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case "unrecognized_keys":
      return `no ${issue.keys.join(", ")}: docs/data.md lists the fields of an edition`;
    case "too_small":
      return issue.origin === "string" ? "a text that is not empty" : `${issue.minimum} at least`;
    default:
      return issue.message;
  }
}

function readJson(path: string): unknown {
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

/** SHA-256 of a file's bytes, hexadecimal. */
export function fileSha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
