/** @jsxImportSource react */

import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { GraphiQL, type GraphiQLProps, HISTORY_PLUGIN } from "graphiql";
import { useEffect, useState } from "react";
import type { InitialTabs, KeyValueStorage } from "./initial-tabs.js";

const PLUGINS = [HISTORY_PLUGIN];
const WIDE_ENOUGH_FOR_DOCS = "(min-width: 1200px)";

/** GraphiQL with the initial tabs; on a first visit in a wide window, with the documentation open. */
export function Playground(props: {
  readonly storage: KeyValueStorage;
  readonly opening: InitialTabs;
  /** The operation to run, when the active tab has several. */
  readonly operationName: string | null;
}) {
  const docsOpen = props.opening.firstVisit && matchMedia(WIDE_ENOUGH_FOR_DOCS).matches;
  return (
    <GraphiQL
      fetcher={postQuery}
      storage={props.storage}
      initialQuery={props.opening.query}
      initialVariables={props.opening.variables}
      plugins={PLUGINS}
      {...(docsOpen && { visiblePlugin: DOC_EXPLORER_PLUGIN })}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <LineWrapping />
      {props.operationName && <SelectOperation name={props.operationName} />}
    </GraphiQL>
  );
}

/** Selects the named operation once the document has been parsed. Renders nothing. */
export function SelectOperation({ name }: { readonly name: string }) {
  const isParsed = useGraphiQL(
    (state) => state.operations?.some((operation) => operation.name?.value === name) ?? false,
  );
  const { setOperationName } = useGraphiQLActions();
  const [selected, setSelected] = useState(false);
  useEffect(() => {
    if (selected || !isParsed) return;
    setOperationName(name);
    setSelected(true);
  }, [selected, isParsed, name, setOperationName]);
  return null;
}

/** Wraps long lines in the query editor, so that the examples' comments can be read. Renders nothing. */
export function LineWrapping() {
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => editor?.updateOptions({ wordWrap: "on", wrappingIndent: "indent" }), [editor]);
  return null;
}

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/** Posts a query to the page's path. @throws {Error} with the status, when the response is not JSON */
export const postQuery: GraphiQLProps["fetcher"] = async (parameters) => {
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { accept: ACCEPT, "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.trim().slice(0, 200);
    throw new Error(`The server’s response is not JSON (${response.status} ${response.statusText}): ${start}`, {
      cause,
    });
  }
};
