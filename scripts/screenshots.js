// npm run screenshots: pictures of the running program for the docs, taken in headless Chromium.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { main, prepare } from "./prepare.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PORT = "4099";

await main(async () => {
  await prepare();
  const server = spawn(process.execPath, ["dist/cli.js", "start"], { cwd: ROOT, env: { ...process.env, PORT } });
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once("data", resolve);
      server.once("exit", reject);
    });
    await playground(`http://127.0.0.1:${PORT}/graphql`);
  } finally {
    server.kill();
  }
});

async function playground(address) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await page.goto(address);
  await page.locator(".graphiql-execute-button").click();
  await page.getByText("footprintCount").last().waitFor();
  await page.waitForTimeout(1_000); // the editor colours its text
  await page.screenshot({ path: `${ROOT}docs/img/playground.png` });
  await browser.close();
}
