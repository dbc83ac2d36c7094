// npm run screenshots: pictures of the running program for the docs, taken in headless Chromium.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { main, prepare } from "./bootstrap.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PORT = "4099";

// Name, address, and what must be there besides the map.
const VIEWS = [
  ["explorer", "", ".group"],
  ["explorer-footprint", "?area=E54000048", ".parts"],
  ["explorer-divided-council", "?view=councils&area=E10000023", ".pieces"],
  ["explorer-2017-and-2024", "?view=compare", '.map-beside[data-shown="yes"]'],
];

await main(async () => {
  await prepare();
  const server = spawn(process.execPath, ["dist/cli/main.js", "start"], { cwd: ROOT, env: { ...process.env, PORT } });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
    ],
  });
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once("data", resolve);
      server.once("exit", reject);
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, reducedMotion: "reduce" });
    for (const view of VIEWS) await explorer(page, view);
    await playground(page);
  } finally {
    await browser.close();
    server.kill();
  }
});

async function explorer(page, [name, search, sign]) {
  await page.goto(`http://127.0.0.1:${PORT}/${search}`);
  await page.locator(sign).first().waitFor();
  await page.locator('.map[data-shown="yes"]').waitFor();
  await page.waitForTimeout(1_000); // finer shapes may be on their way
  await page.locator('.map[data-shown="yes"]').waitFor();
  await page.screenshot({ path: `${ROOT}docs/img/${name}.png` });
}

async function playground(page) {
  await page.goto(`http://127.0.0.1:${PORT}/graphql`);
  await page.locator(".graphiql-execute-button").click();
  await page.getByText("footprintCount").last().waitFor();
  await page.waitForTimeout(1_000); // the editor colours its text
  await page.screenshot({ path: `${ROOT}docs/img/playground.png` });
}
