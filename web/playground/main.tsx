/** @jsxImportSource react */
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "graphiql/setup-workers/vite";
import { createRoot } from "react-dom/client";
import { exampleOperations } from "./example-operations.js";
import { openTabs } from "./open-tabs.js";
import { ownStorage } from "./own-storage.js";
import { Playground } from "./playground.js";
import { queryInAddress } from "./query-in-address.js";

const element = document.getElementById("playground");
if (!element) throw new Error('index.html has no element with id "playground"');

const storage = ownStorage();
const linked = queryInAddress(location.search);
const opening = openTabs(storage, { examples: exampleOperations(), linked });
createRoot(element).render(
  <Playground storage={storage} opening={opening} operationName={linked?.operationName ?? null} />,
);
