import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RealServer, startRealServer } from "../../support/real-server.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const README = readFileSync(`${ROOT}README.md`, "utf8");

let server: RealServer;
beforeAll(async () => {
  server = await startRealServer();
});
afterAll(() => server.stop());

/** The fenced blocks of a kind, in order. */
function fencedBlocks(kind: string): string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text = ""]) => text);
}

describe("the README", () => {
  it("shows at least one query, and an answer to each", () => {
    expect(fencedBlocks("graphql").length).toBeGreaterThan(0);
    expect(fencedBlocks("json")).toHaveLength(fencedBlocks("graphql").length);
  });

  it.each(fencedBlocks("graphql").map((query, i) => ({ query, answer: fencedBlocks("json")[i] ?? "" })))(
    "shows the true answer to $query",
    async ({ query, answer }) => {
      const { json } = await server.answer(query);

      expect(json).toEqual(JSON.parse(answer));
    },
  );

  it("names every example operation, of which there are at least eight", () => {
    const files = readdirSync(`${ROOT}schema/operations`);

    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const file of files) expect(README).toContain(`schema/operations/${file}`);
  });

  it("links to no file that is not there", () => {
    const targets = [...README.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, target = ""]) => target);

    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(existsSync(`${ROOT}${target}`), target).toBe(true);
  });
});
