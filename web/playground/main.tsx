/** @jsxImportSource react */
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "graphiql/setup-workers/vite";
import { createRoot } from "react-dom/client";
import { exampleOperations } from "./example-operations.js";
import { initialTabs } from "./initial-tabs.js";
import { namespacedStorage } from "./namespaced-storage.js";
import { Playground } from "./playground.js";
import { queryFromUrl } from "./query-from-url.js";

const element = document.getElementById("playground");
if (!element) throw new Error('index.html has no element with id "playground"');

const storage = namespacedStorage();
const linked = queryFromUrl(location.search);
const opening = initialTabs(storage, { examples: exampleOperations(), linked });
createRoot(element).render(
  <Playground storage={storage} opening={opening} operationName={linked?.operationName ?? null} />,
);
