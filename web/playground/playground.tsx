/** @jsxImportSource react */
import { DOC_EXPLORER_PLUGIN } from "@graphiql/plugin-doc-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import type { KeptValues } from "./kept-values.js";
import type { Opening } from "./open-tabs.js";
import { postQuery } from "./post-query.js";
import { SelectOperation } from "./select-operation.js";
import { WrapLines } from "./wrap-lines.js";

const PLUGINS = [HISTORY_PLUGIN];
const WIDE_ENOUGH_FOR_DOCS = "(min-width: 1200px)";

/** GraphiQL with our tabs, and on a first visit the documentation open beside it where there is room. */
export function Playground(props: {
  readonly storage: KeptValues;
  readonly opening: Opening;
  /** Which operation of the opened tab runs, when it holds several. */
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
      <WrapLines />
      {props.operationName && <SelectOperation name={props.operationName} />}
    </GraphiQL>
  );
}
