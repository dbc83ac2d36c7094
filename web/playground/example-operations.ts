import type { ExampleOperation } from "./initial-tabs.js";

const files: Readonly<Record<string, string>> = import.meta.glob("../../schema/operations/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The example operations at build time, ordered by file name. */
export function exampleOperations(): readonly ExampleOperation[] {
  return Object.entries(files)
    .map(([path, query]) => ({ file: path.slice(path.lastIndexOf("/") + 1), query }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
