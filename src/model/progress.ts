/** Reports the progress of a long task. */
export interface Progress {
  step(what: string): void;
  done(): void;
}

/** Starts reporting on a task of a number of steps. */
export type StartProgress = (task: { readonly title: string; readonly steps: number }) => Progress;

/** Reports nothing. */
export const noProgress: StartProgress = () => ({ step: () => undefined, done: () => undefined });
