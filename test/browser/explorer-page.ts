import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startServer } from "../../src/server/server.js";
import type { Store } from "../../src/store/store.js";
import { buildWeb } from "../support/build-web.js";
import { openRealStore } from "../support/real-store.js";
import { launchBrowser, openWatchedPage, type WatchedPage } from "./browser.js";

/** How the page is seen. */
export interface Seen {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  readonly reducedMotion?: "reduce" | "no-preference";
}

/** The explorer page in a real browser, over the real server and data. */
export interface ExplorerPages {
  readonly address: () => string;
  /** The page with this query as its address, seen like this: loaded anew only where no test has loaded it before. */
  at(search: string, seen?: Seen): Promise<Page>;
  /** Opens the page with this query, with nothing kept from before, once its map is complete. */
  open(search?: string): Promise<Page>;
  /** The same with a drawn map, in a file whose maps are a stub by default. */
  openWithMap(search?: string): Promise<Page>;
  /** Opens the page behind these routes, without waiting for anything. */
  openBehind(routes: (context: BrowserContext) => Promise<void>): Promise<Page>;
  /** The data that the API gives. */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** The problems noted may hold these: forget them. For tests that break the server on purpose. */
  forgive(): void;
}

/** Whether pages draw their map: all do, none does, or only those opened with `openWithMap`. */
export type DrawnMaps = "all" | "none" | "on request";

export interface ExplorerPagesOptions {
  readonly maps?: DrawnMaps;
  /** Opens a store of the file's own instead of the shipped editions'. */
  readonly openOwnStore?: () => Promise<Store>;
}

// Drawing in software takes most of a page's time. The stub's map never becomes ready; the panel, the key and the address
// do not wait for it.
const MAP_CODE = /\/assets\/explorer-map-[^/]*\.js$/;
const MAP_STUB = "export const createExplorerMap = () => new Promise(() => {});";

const MAX_START_MS = 240_000; // the pages and the database may have to be built first
// Maps are drawn by the processor here, so the window is no larger than it must be for panel, map and key.
const SEEN = { viewport: { width: 1120, height: 620 }, colorScheme: "light", reducedMotion: "reduce" } as const;

/**
 * Starts server and browser for a test file, over the shipped editions or a store of the file's own.
 *
 * After every test: no console error, no failed request, no other host.
 */
export function explorerPages({
  maps = "all",
  openOwnStore = async () => openRealStore(),
}: ExplorerPagesOptions = {}): ExplorerPages {
  let browser: Browser;
  let context: BrowserContext | null = null;
  let watched: WatchedPage | null = null;
  let server: Awaited<ReturnType<typeof startServer>>;
  let isForgiven = false;
  let isUnusable = false; // for the tests that follow
  let hasMap = maps === "all";

  beforeAll(async () => {
    const webFolder = await buildWeb();
    const log = (message: string, error: unknown) => console.error(message, error);
    server = await startServer({ store: await openOwnStore(), webFolder, port: 0, host: "127.0.0.1", log });
    browser = await launchBrowser({ hasMaps: maps !== "none" });
  }, MAX_START_MS);

  afterEach(async () => {
    const problems = watched?.takeProblems() ?? [];
    const isBlameless = isForgiven || problems.length === 0;
    isForgiven = false;
    expect(isBlameless ? [] : problems).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const newContext = async () => {
    await context?.close();
    context = await browser.newContext({ ...SEEN, acceptDownloads: true });
    return context;
  };
  const openPage = async (search: string, isDrawn: boolean) => {
    const fresh = await newContext();
    hasMap = isDrawn;
    if (!hasMap) {
      const stub = { contentType: "text/javascript", body: MAP_STUB };
      await fresh.route(MAP_CODE, (route) => route.fulfill(stub));
    }
    watched = await openWatchedPage(fresh, `${server.address}/${search}`);
    if (hasMap) await mapIsShown(watched.page);
    else await panelIsShown(watched.page);
    isUnusable = false;
    return watched.page;
  };
  const open = (search = "") => openPage(search, maps === "all");
  return {
    address: () => server.address,
    at: async (search, seen = {}) => {
      const { viewport, ...media } = { ...SEEN, ...seen };
      const kept = watched?.page;
      const isKept = kept !== undefined && !isUnusable && new URL(kept.url()).pathname === "/";
      const page = isKept ? kept : await open(search);
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      await goTo(page, search);
      if (hasMap) await mapIsShown(page);
      return page;
    },
    open,
    openWithMap: (search = "") => openPage(search, true),
    openBehind: async (routes) => {
      isUnusable = true;
      const behind = await newContext();
      await routes(behind);
      watched = await openWatchedPage(behind, `${server.address}/`, { waitUntil: "commit" });
      return watched.page;
    },
    ask: async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const response = await fetch(`${server.address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return ((await response.json()) as { data: Data }).data;
    },
    forgive: () => {
      isForgiven = true;
    },
  };
}

/** Waits until the map has drawn everything. */
export async function mapIsShown(page: Page): Promise<void> {
  await page.locator('.map[data-shown="yes"]').waitFor();
}

/** The panel's heading. */
export function heading(page: Page) {
  return page.locator(".panel h1");
}

/** Goes to another state of the page without loading it anew, as following a link in it does; waits for the panel. */
export async function goTo(page: Page, search: string): Promise<void> {
  await page.evaluate(`history.pushState(null, "", "/${search}"); dispatchEvent(new PopStateEvent("popstate"))`);
  await panelIsShown(page);
}

/** Waits until the panel has its answers. */
async function panelIsShown(page: Page): Promise<void> {
  await page.locator(".panel h1").waitFor();
  await expect.poll(() => page.locator(".waiting").count()).toBe(0);
}
