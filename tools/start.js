// npm start: from a fresh clone to a running server; `npm start -- --geodata <folder>` with editions of your own.
import { main, prepareToStart, runProgram } from "./bootstrap.js";

await main(async () => {
  const parameters = process.argv.slice(2);
  await prepareToStart(parameters);
  await runProgram(["start", ...parameters]);
});
