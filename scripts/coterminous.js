// npm run coterminous -- <command>: the command line.
import { main, prepareProgram, run } from "./prepare.js";

await main(async () => {
  await prepareProgram();
  await run(process.execPath, ["dist/cli.js", ...process.argv.slice(2)]);
});
