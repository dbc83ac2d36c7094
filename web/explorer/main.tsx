import { render } from "preact";
import { createApi } from "./data/api.js";
import { ApiContext } from "./data/use-query.js";
import { Explorer } from "./explorer.js";

const element = document.getElementById("explorer");
if (!element) throw new Error('index.html has no element with id "explorer"');

element.replaceChildren();
render(
  <ApiContext.Provider value={createApi()}>
    <Explorer />
  </ApiContext.Provider>,
  element,
);
