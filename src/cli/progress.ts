import type { Writable } from "node:stream";
import { Presets, SingleBar } from "cli-progress";
import type { StartProgress } from "../model/progress.js";

interface Terminal extends Writable {
  readonly isTTY?: boolean;
}

/** Progress on standard error: a bar on a terminal, a line for each step elsewhere. */
export const startProgress: StartProgress = ({ title, steps }) => {
  const output: Terminal = process.stderr;
  if (output.isTTY !== true) {
    return { step: (what) => void output.write(`${title}: ${what}\n`), done: () => undefined };
  }
  const bar = new SingleBar(
    { format: `${title} {bar} {percentage} % {what}`, stream: output as NodeJS.WriteStream, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(steps, 0, { what: "" });
  return { step: (what) => bar.increment(1, { what }), done: () => bar.stop() };
};
