import { ANY_FORM, type CodeForm } from "../model/code.js";

const MOST_FORMS = 12;

/**
 * The forms that the codes of a layer have, as tight as a dozen of them allow: with their first three signs as they are
 * (`E07######`), with the first, with none; any code where they are not capital letters and digits alone.
 */
export function codeForms(codes: readonly string[]): CodeForm[] {
  if (codes.length === 0 || !codes.every((code) => /^[A-Z0-9]{2,32}$/.test(code))) return [ANY_FORM];
  for (const literal of [3, 1, 0]) {
    const forms = new Set(codes.map((code) => formOf(code, literal)));
    if (forms.size <= MOST_FORMS) return [...forms].sort();
  }
  return [ANY_FORM];
}

/** The forms of any code of some layers, no sign of them given away. */
export function commonForms(codes: readonly string[]): CodeForm[] {
  const forms = new Set(codes.map((code) => formOf(code, 0)));
  const isPlain = codes.every((code) => /^[A-Z0-9]{2,32}$/.test(code));
  return isPlain && forms.size <= MOST_FORMS ? [...forms].sort() : [ANY_FORM];
}

function formOf(code: string, literal: number): CodeForm {
  const rest = code.slice(literal).replace(/[0-9]/g, "#").replace(/[A-Z]/g, "@");
  return code.slice(0, literal) + rest;
}
