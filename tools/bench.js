// npm run bench -- <name> [--json]: one of the benchmarks in bench/.
import { existsSync, readdirSync } from "node:fs";
import { main, prepare, run } from "./bootstrap.js";

await main(async () => {
  const [name = "", ...rest] = process.argv.slice(2);
  const file = `bench/${name}.ts`;
  if (!/^[a-z-]+$/.test(name) || !existsSync(new URL(`../${file}`, import.meta.url))) {
    const names = readdirSync(new URL("../bench", import.meta.url)).filter((entry) => entry.endsWith(".ts"));
    throw new Error(
      `there is no benchmark ${JSON.stringify(name)}; there are ${names.map((entry) => entry.slice(0, -3)).join(", ")}`,
    );
  }
  await prepare();
  await run(process.execPath, ["--import", "tsx", file, ...rest]);
});
