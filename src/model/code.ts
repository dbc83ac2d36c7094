import { BadInputError } from "@coterminous/overlap";

declare const kindOfCode: unique symbol;
type Code<Kind extends string> = string & { readonly [kindOfCode]: Kind };

/** An edition's name in addresses and files: `stp-2017`. */
export type EditionId = Code<"edition">;
/** A footprint's code, for the shipped editions its GSS code: `E54000048`. */
export type FootprintCode = Code<"footprint">;
/** A council's code, for the shipped editions its GSS code: `E10000017`. */
export type AuthorityCode = Code<"authority">;
/** The code of a CCG or sub-ICB: `E38000014`. */
export type MemberCode = Code<"member">;

/** A text that is not a code. */
export class CodeError extends BadInputError {
  override readonly name = "CodeError";

  constructor(
    readonly kind: string,
    readonly text: string,
    readonly expected: string,
  ) {
    super(`${JSON.stringify(text)} is not ${kind}; expected ${expected}`);
  }
}

const EDITION_ID = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** @throws {CodeError} unless the text is 1 to 40 lower-case letters, digits and inner hyphens. */
export function parseEditionId(text: string): EditionId {
  if (!EDITION_ID.test(text)) {
    throw new CodeError("an edition", text, "lower-case letters, digits and hyphens, such as stp-2017");
  }
  return text as EditionId;
}

/**
 * What the codes of a layer look like, as edition.json writes it: `#` stands for a digit, `@` for a capital letter,
 * every other character for itself, and `*` alone for any run of 1 to 64 visible characters. Several forms may be allowed.
 */
export type CodeForm = string;

/** The form that nearly any code has. */
export const ANY_FORM: CodeForm = "*";
const MAX_CODE_LENGTH = 64;

// No control or format character, no lone surrogate, no line break; blanks only between others.
const VISIBLE = /^(?!\p{Zs})[^\p{C}\p{Zl}\p{Zp}]+(?<!\p{Zs})$/u;

/** Whether a text has one of the forms. */
export function hasForm(text: string, forms: readonly CodeForm[]): boolean {
  const characters = [...text];
  return forms.some((form) => {
    if (form === ANY_FORM) return characters.length <= MAX_CODE_LENGTH && VISIBLE.test(text);
    const symbols = [...form];
    return symbols.length === characters.length && symbols.every((symbol, i) => matchesSymbol(symbol, characters[i]));
  });
}

function matchesSymbol(symbol: string, character: string | undefined): boolean {
  if (character === undefined) return false;
  if (symbol === "#") return character >= "0" && character <= "9";
  if (symbol === "@") return character >= "A" && character <= "Z";
  return symbol === character;
}

/** @throws {CodeError} unless the text has one of the forms. */
export function parseFootprintCode(text: string, forms: readonly CodeForm[]): FootprintCode {
  return checkCode("a footprint code", text, forms) as FootprintCode;
}

/**
 * @param kind the word for an authority in the message
 * @throws {CodeError} unless the text has one of the forms.
 */
export function parseAuthorityCode(text: string, forms: readonly CodeForm[], kind = "council"): AuthorityCode {
  return checkCode(`${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind} code`, text, forms) as AuthorityCode;
}

/** @throws {CodeError} unless the text has one of the forms. */
export function parseMemberCode(text: string, forms: readonly CodeForm[]): MemberCode {
  return checkCode("a member code", text, forms) as MemberCode;
}

function checkCode(kind: string, text: string, forms: readonly CodeForm[]): string {
  if (!hasForm(text, forms)) throw new CodeError(kind, text, describeForms(forms));
  return text;
}

/** The forms in words: `"E54" and 6 digits`. */
export function describeForms(forms: readonly CodeForm[]): string {
  return forms.map(describeForm).join(" or ");
}

function describeForm(form: CodeForm): string {
  if (form === ANY_FORM) return `1 to ${MAX_CODE_LENGTH} visible characters, without a blank at either end`;
  const runs = form.match(/#+|@+|[^#@]+/g) ?? [];
  return runs.map(describeRun).join(" and ");
}

function describeRun(run: string): string {
  if (run.startsWith("#")) return run.length === 1 ? "1 digit" : `${run.length} digits`;
  if (run.startsWith("@")) return run.length === 1 ? "1 capital letter" : `${run.length} capital letters`;
  return JSON.stringify(run);
}
