import type { Writable } from "node:stream";
import { Presets, SingleBar } from "cli-progress";

/** Tells a person how far a long task is. */
export interface Progress {
  step(what: string): void;
  done(): void;
}

interface Terminal extends Writable {
  readonly isTTY?: boolean;
}

/** A bar on a terminal, a line for each step elsewhere. */
export function progressOn(
  output: Terminal,
  { title, steps }: { readonly title: string; readonly steps: number },
): Progress {
  if (output.isTTY !== true) {
    return { step: (what) => void output.write(`${title}: ${what}\n`), done: () => undefined };
  }
  const bar = new SingleBar(
    { format: `${title} {bar} {percentage} % {what}`, stream: output as NodeJS.WriteStream, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(steps, 0, { what: "" });
  return { step: (what) => bar.increment(1, { what }), done: () => bar.stop() };
}
