import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";

/** Wraps long lines in the query editor, so that the examples' comments can be read. Shows nothing. */
export function WrapLines() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: "on", wrappingIndent: "indent" }), [editor]);
  return null;
}
