// npm test: all tests, from a fresh clone too. Arguments go to vitest.
import { main, prepare, run } from "./prepare.js";

await main(async () => {
  await prepare();
  await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]);
});
