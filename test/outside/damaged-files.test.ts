import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IS_LONG_RUN } from "../../packages/overlap/test/random-cases.js";
import { EditionError } from "../../src/edition/validation-issue.js";
import { build } from "../../src/pipeline/build.js";
import { smallGeodata, temporaryFolder } from "../support/small-edition.js";

const CASES = IS_LONG_RUN ? 10_000 : 100;
const MAX_SECONDS = 5; // of the processor's time for one damaged edition; a hang, not a speed, is looked for

/** A random number from 0 to 1, the same for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TOKENS = [
  "NaN",
  "1e999",
  "-1",
  "null",
  "[]",
  "{}",
  '"',
  ",",
  "\n",
  "\0",
  "\uFEFF",
  "530000",
  "E54000001",
  "1e-300",
  "é",
];

/** A file's bytes with something cut, repeated, swapped or written into them. */
function damageBytes(bytes: Buffer, random: () => number): Buffer {
  const at = () => Math.floor(random() * (bytes.length + 1));
  const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
  const token = TOKENS[Math.floor(random() * TOKENS.length)] ?? "";
  switch (Math.floor(random() * 6)) {
    case 0:
      return bytes.subarray(0, from);
    case 1:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(to, from + 20))]);
    case 2:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 3:
      return Buffer.from(bytes.map((byte, i) => (i === from ? byte ^ (1 << Math.floor(random() * 8)) : byte)));
    case 4: {
      const numbers = [...bytes.toString("latin1").matchAll(/-?\d+(\.\d+)?/g)];
      const number = numbers[Math.floor(random() * numbers.length)];
      if (number === undefined) return Buffer.alloc(0);
      const end = number.index + number[0].length;
      return Buffer.concat([bytes.subarray(0, number.index), Buffer.from(token), bytes.subarray(end)]);
    }
    default:
      return Buffer.concat([bytes.subarray(0, from), Buffer.from(token), bytes.subarray(from)]);
  }
}

describe("an edition with a damaged file", () => {
  const { geodataFolder, edition } = smallGeodata();
  const sound = temporaryFolder();
  const stores = temporaryFolder();
  const storePath = join(stores, "store.sqlite");
  const files = readdirSync(edition);

  beforeAll(() => {
    mkdirSync(sound, { recursive: true });
    for (const file of files) copyFileSync(join(edition, file), join(sound, file));
  });
  afterAll(() => {
    for (const folder of [geodataFolder, sound, stores]) rmSync(folder, { recursive: true, force: true });
  });

  it(`is built or refused with its problems, ${CASES} times; a refusal writes nothing and none hangs`, async () => {
    let refused = 0;
    let built = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const random = seededRandom(seed);
      const file = files[Math.floor(random() * files.length)] ?? "";
      writeFileSync(join(edition, file), damageBytes(readFileSync(join(sound, file)), random));
      rmSync(storePath, { force: true });
      const started = process.cpuUsage();

      let error: unknown = null;
      try {
        await build({ geodataFolder, storePath });
        built++;
      } catch (caught) {
        error = caught;
        refused++;
      }

      const what = `seed ${seed}, ${file}: ${String(error)}`;
      expect(process.cpuUsage(started).user / 1e6, what).toBeLessThan(MAX_SECONDS);
      expect(error === null || error instanceof EditionError, what).toBe(true);
      expect(existsSync(storePath), what).toBe(error === null);
      expect(
        readdirSync(stores).filter((name) => name.includes("part")),
        what,
      ).toEqual([]);
      copyFileSync(join(sound, file), join(edition, file));
    }
    expect(Math.min(built, refused)).toBeGreaterThan(0);
  }, 3_600_000);
});
