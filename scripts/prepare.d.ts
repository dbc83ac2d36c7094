// For the tests, as made-from.d.ts.
export function compileProgram(): Promise<void>;
