import { describe, expect, test } from "vitest";
import { noBrowser } from "./browser.js";
import { explorerPages, heading } from "./explorer-page.js";

describe.skipIf(noBrowser)(
  noBrowser ? `explorer and a bad server (skipped: ${noBrowser})` : "explorer and a bad server",
  () => {
    const pages = explorerPages({ maps: "none" });

    test("says that the server is down, and recovers when asked to", async () => {
      const page = await pages.at("");
      pages.forgive();
      await page.route("**/graphql", (route) => route.abort());

      await page.getByRole("link", { name: "Claims checked" }).click();
      await page.getByText("The server cannot be reached.").waitFor();
      await page.unroute("**/graphql");
      await page.getByRole("button", { name: "Try now" }).click();

      await page.locator(".claims").waitFor();
    });

    test("says that it waits for a slow server, and shows the answer when it comes", async () => {
      const page = await pages.at("");
      let answer = () => {};
      const isToAnswer = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route("**/graphql", async (route) => {
        await isToAnswer;
        await route.continue();
      });

      await page.getByRole("link", { name: "Ratings" }).click();

      await page.getByText("Still waiting for the server").waitFor();
      answer();
      await page.locator(".cross-table").waitFor();
      expect(await heading(page).innerText()).toContain("ratings");
      await page.unroute("**/graphql");
    });

    // The last, as a page whose clock was taken over is slow.
    test("recovers by itself from garbage", async () => {
      const page = await pages.at("");
      pages.forgive();
      await page.clock.install();
      await page.route("**/graphql", (route) => route.fulfill({ status: 502, body: "<h1>Bad gateway</h1>" }));

      await page.getByRole("link", { name: "Redraw" }).click();
      await page.locator(".panel").getByText("could not be read (status 502)").waitFor();
      await page.unroute("**/graphql");
      await page.clock.fastForward(5_000);

      await page.locator(".panel table").waitFor();
    });
  },
);
