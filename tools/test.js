// npm test: the projects unit, system and browser, from a fresh clone too. Arguments go to vitest:
// --project=unit runs one project alone, --project='*' adds outside (GDAL, kills, fuzzing).
import { main, prepareProgram, run } from "./bootstrap.js";

await main(async () => {
  await prepareProgram();
  const given = process.argv.slice(2);
  const projects = given.some((argument) => argument.startsWith("--project")) ? [] : ["--project=!outside"];
  await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...projects, ...given]);
});
