// npm start: from a fresh clone to a running server.
import { main, prepare, run } from "./prepare.js";

await main(async () => {
  await prepare();
  await run(process.execPath, ["dist/cli.js", "start"]);
});
