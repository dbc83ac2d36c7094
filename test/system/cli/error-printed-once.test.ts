import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../../tools/coterminous.js", import.meta.url));

test("what the program says of a mistake is all that is said", () => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, "nonsense"], { encoding: "utf8" });

  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    expect.stringMatching(/^there is no command "nonsense"; there are start, /),
  ]);
});
