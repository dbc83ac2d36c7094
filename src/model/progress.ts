/** Reports how far a long task is. */
export interface Progress {
  step(what: string): void;
  done(): void;
}

/** Begins to report on a task of so many steps; how a person sees it is the caller's choice. */
export type StartProgress = (task: { readonly title: string; readonly steps: number }) => Progress;

/** Reports nothing. */
export const noProgress: StartProgress = () => ({ step: () => undefined, done: () => undefined });
