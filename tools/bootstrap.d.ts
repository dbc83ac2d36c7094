// For the tests, as source-hash.d.ts.
export function compileProgram(): Promise<void>;
