// npm test: all tests, from a fresh clone too. Arguments go to vitest.
import { main, prepareProgram, run } from "./prepare.js";

await main(async () => {
  await prepareProgram();
  await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]);
});
