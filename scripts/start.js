// npm start: from a fresh clone to a running server; `npm start -- --geodata <folder>` with editions of your own.
import { main, prepare, runProgram } from "./prepare.js";

await main(async () => {
  const parameters = process.argv.slice(2);
  await prepare(parameters);
  await runProgram(["start", ...parameters]);
});
