// npm run coterminous -- <command>: the command line.
import { main, prepareProgram, runProgram } from "./bootstrap.js";

await main(async () => {
  await prepareProgram();
  await runProgram(process.argv.slice(2));
});
