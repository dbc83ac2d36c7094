import { readdir, readFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { buildWeb } from "../support/build-web.js";
import { launchBrowser, noBrowser, openWatchedPage, type WatchedPage } from "./browser.js";
import { startSampleServer } from "./sample-server.js";

const OPERATIONS = "schema/operations";

const operationNames = async () => {
  const files = (await readdir(OPERATIONS)).filter((file) => file.endsWith(".graphql")).sort();
  const documents = await Promise.all(files.map((file) => readFile(`${OPERATIONS}/${file}`, "utf8")));
  return documents.map((document) => /^query (\w+)/m.exec(document)?.[1]);
};

const editor = (page: Page) => page.locator(".graphiql-query-editor .view-lines");
const answer = (page: Page, text: string) =>
  page.locator(".graphiql-response .view-lines").filter({ hasText: text }).waitFor();
const tabNames = (page: Page) => page.locator(".graphiql-tab-button").allInnerTexts();
const activeTab = (page: Page) => page.locator(".graphiql-tab-active .graphiql-tab-button").innerText();
const writeAtTop = async (page: Page, text: string) => {
  await editor(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type(text);
};

const readStoredTabs = async (context: BrowserContext) => {
  const { origins } = await context.storageState();
  return origins[0]?.localStorage.find(({ name }) => name === "coterminous:graphiql:tabState")?.value ?? "";
};

describe.skipIf(noBrowser)(noBrowser ? `playground (skipped: ${noBrowser})` : "playground", () => {
  let webFolder: string;
  let server: Server;
  let address: string;
  let browser: Browser;
  let context: BrowserContext;
  let watched: WatchedPage | null = null;
  let isAtFirst = false; // the page is as a first visit finds it, but for answers

  const open = async (search = "") => {
    await watched?.page.close();
    await context.setStorageState({ cookies: [], origins: [] });
    watched = await openWatchedPage(context, address + search);
    await editor(watched.page).waitFor();
    isAtFirst = false;
    return watched.page;
  };
  /** The page of a first visit, opened anew only when a test has changed it. */
  const atFirst = async () => {
    const page = watched && isAtFirst ? watched.page : await open();
    isAtFirst = true;
    return page;
  };

  beforeAll(async () => {
    webFolder = await buildWeb();
    ({ server, address } = await startSampleServer(webFolder));
    browser = await launchBrowser({ hasMaps: false });
    context = await browser.newContext();
  });

  // Whatever a test does: no error on the console, no failed request, no other host.
  afterEach(() => {
    expect(watched?.takeProblems()).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test("opens with the example operations as tabs, the headline question in front", async () => {
    const page = await atFirst();

    expect(await tabNames(page)).toEqual(await operationNames());
    expect(await activeTab(page)).toBe("SpanningAuthorities");
    expect(await page.title()).toContain("Coterminous");
  });

  test("leads back to the front page", async () => {
    const page = await atFirst();

    const hrefs = await page.locator(".page-header a").evaluateAll((links) => links.map((a) => a.getAttribute("href")));

    expect(hrefs).toEqual(["/", "/"]);
  });

  test("answers on the button, and documents the schema beside it", async () => {
    const page = await atFirst();

    await page.locator(".graphiql-execute-button").click();

    await answer(page, "footprintCount");
    await page.locator(".graphiql-doc-explorer").getByText("SpanningAuthority", { exact: true }).waitFor();
  });

  test("answers the headline question on Ctrl-Enter", async () => {
    const page = await atFirst();
    const answered = page.waitForResponse("**/graphql");

    await editor(page).click();
    await page.keyboard.press("Control+Enter");

    expect(await (await answered).text()).toContain("footprintCount");
    await answer(page, "footprintCount");
  });

  test("keeps what was written across a reload, and doubles no tab", async () => {
    const page = await atFirst();
    isAtFirst = false;
    await writeAtTop(page, "# my own words ");
    await expect.poll(() => readStoredTabs(context)).toContain("my own words");

    await page.reload();

    await editor(page).filter({ hasText: "my own words" }).waitFor();
    expect(await tabNames(page)).toEqual(await operationNames());
  });

  test("opens the query of a link first and in front, with its variables", async () => {
    const query = "query Linked($least: Int!) { spanningAuthorities(minFootprints: $least) { footprintCount } }";
    const page = await open(`?${new URLSearchParams({ query, variables: '{"least":99}' })}`);

    await page.locator(".graphiql-execute-button").click();

    await answer(page, '"spanningAuthorities": []');
    expect(await activeTab(page)).toBe("Linked");
    expect(await tabNames(page)).toEqual(["Linked", ...(await operationNames())]);
  });

  test("runs the operation that a link names", async () => {
    const query = "query One { one: __typename }\n\nquery Two { two: __typename }";
    const page = await open(`?${new URLSearchParams({ query, operationName: "Two" })}`);

    await page.getByRole("tab", { name: "Two" }).waitFor();
    await page.locator(".graphiql-response").click();
    await page.keyboard.press("Control+Enter");

    await answer(page, '"two"');
  });
});
