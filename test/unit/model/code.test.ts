import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadInputError } from "../../../packages/overlap/src/errors.js";
import {
  CodeError,
  describeForms,
  hasForm,
  parseAuthorityCode,
  parseEditionId,
  parseFootprintCode,
  parseMemberCode,
} from "../../../src/model/code.js";

const DIGIT = fc.constantFrom(..."0123456789");
const CAPITAL = fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const SIGN = fc.constantFrom("#", "@", "E", "5", "-", "/", "é");

/** A form and a text that has it. */
const FORM_AND_TEXT = fc
  .array(
    SIGN.chain((sign) => {
      const character = sign === "#" ? DIGIT : sign === "@" ? CAPITAL : fc.constant(sign);
      return fc.tuple(fc.constant(sign), character);
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((pairs) => ({
    form: pairs.map(([sign]) => sign).join(""),
    code: pairs.map(([, character]) => character).join(""),
  }));

describe("a code has a form", () => {
  it("when digits stand for #, capital letters for @, and every other character for itself", () => {
    fc.assert(
      fc.property(FORM_AND_TEXT, ({ form, code }) => {
        expect(hasForm(code, [form])).toBe(true);
        expect(hasForm(code, ["nothing else", form])).toBe(true);
      }),
    );
  });

  it("and none when a character more or less is there, or another stands in its place", () => {
    fc.assert(
      fc.property(FORM_AND_TEXT, fc.nat(), fc.constantFrom("a", " ", "٣", "É", "_"), ({ form, code }, at, other) => {
        const place = at % code.length;

        expect(hasForm(code + other, [form])).toBe(false);
        expect(hasForm(code.slice(1), [form])).toBe(false);
        expect(hasForm(code.slice(0, place) + other + code.slice(place + 1), [form])).toBe(false);
        expect(hasForm(code, [])).toBe(false);
      }),
    );
  });
});

describe("the form * takes any run of visible characters:", () => {
  it.each(["1", "E 1", "a/b", "ü?#%", "../..", "<b>", "日本", "x".repeat(64), "🦆".repeat(64)])("%j", (text) => {
    expect(hasForm(text, ["*"])).toBe(true);
    expect(hasForm(text, ["E54######", "*"])).toBe(true);
  });

  it.each([
    "",
    " ",
    " x",
    "x ",
    "a\tb",
    "a\nb",
    "a\u0000b",
    "a\u2028b",
    "\u200eab",
    "\ud800",
    "\u00a0x",
    "x".repeat(65),
  ])("and not %j", (text) => {
    expect(hasForm(text, ["*"])).toBe(false);
  });
});

describe("a text that is no code is refused with the value and what was expected", () => {
  it.each([
    ["a footprint code", parseFootprintCode],
    ["a council code", parseAuthorityCode],
    ["a member code", parseMemberCode],
  ])("as %s", (kind, parse) => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!hasForm(text, ["E54######"]));

        const parseText = () => parse(text, ["E54######"]);

        expect(parseText).toThrow(CodeError);
        expect(parseText).toThrow(BadInputError);
        expect(parseText).toThrow(`${JSON.stringify(text)} is not ${kind}; expected "E54" and 6 digits`);
      }),
    );
  });

  it("and one that is a code is given back as it is", () => {
    expect(parseFootprintCode("E54000048", ["E54######"])).toBe("E54000048");
    expect(parseAuthorityCode("E10000023", ["E06######", "E10######"])).toBe("E10000023");
    expect(parseMemberCode("01A", ["##@"])).toBe("01A");
  });
});

describe("forms are said in words", () => {
  it.each([
    [["E54######"], '"E54" and 6 digits'],
    [["@########"], "1 capital letter and 8 digits"],
    [["*"], "1 to 64 visible characters, without a blank at either end"],
    [["@@#"], "2 capital letters and 1 digit"],
    [["E06######", "E10######"], '"E06" and 6 digits or "E10" and 6 digits'],
  ])("%j as %s", (forms, words) => {
    expect(describeForms(forms)).toBe(words);
  });
});

describe("an edition's name", () => {
  it.each(["stp-2017", "icb-2024", "a", "2024", "a--b", "x".repeat(40)])("can be %s", (text) => {
    expect(parseEditionId(text)).toBe(text);
  });

  it.each([
    "",
    "-",
    "stp-",
    "-stp",
    "STP-2017",
    "stp 2017",
    "stp_2017",
    "stp/2017",
    "..",
    "stp-2017\n",
    "x".repeat(41),
  ])("cannot be %j", (text) => {
    expect(() => parseEditionId(text)).toThrow(
      `${JSON.stringify(text)} is not an edition; expected lower-case letters`,
    );
  });
});
