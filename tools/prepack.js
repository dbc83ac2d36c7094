// Run by `npm pack`: the compiled program, the pages, and the engine with its types, all of which go into the package.
import { buildWeb, main, prepareProgram, run } from "./bootstrap.js";

await main(async () => {
  await prepareProgram();
  await Promise.all([buildWeb(), run(process.execPath, ["node_modules/typescript/bin/tsc", "-b", "packages/overlap"])]);
});
