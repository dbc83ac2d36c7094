import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** All that axe finds by colours; the rest it finds in either colour scheme. */
export const COLOUR_RULES: readonly string[] = ["color-contrast", "link-in-text-block"];

const NOTHING = "undefined"; // as a script

/** What axe finds wrong on a page by these rules, all of them when left out: a line a rule, with the elements. */
export async function axeViolations(page: Page, rules: readonly string[] | null = null): Promise<readonly string[]> {
  // A page keeps axe from the first time on: half a megabyte of script that would be read in twice a time.
  const isThere = await page.evaluate<boolean>('typeof axe === "object"');
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: NOTHING } : {}) });
  // axe needs pages of its own in some modes; the legacy mode stays in this one.
  builder.setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rules === null ? builder : builder.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
