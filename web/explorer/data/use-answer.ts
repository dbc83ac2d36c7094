import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Api } from "./api.js";
import type { Question } from "./question.js";
import { type Loaded, useLoaded } from "./use-loaded.js";

/** The server to ask, for every component of the page. */
export const ApiContext = createContext<Api | null>(null);

/** The server to ask. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi is used outside ApiContext");
  return api;
}

/** The answer to a question; null asks nothing. */
export function useAnswer<Answer>(question: Question<Answer> | null): Loaded<Answer> {
  const api = useApi();
  return useLoaded(question && JSON.stringify(question), () =>
    question ? api.ask(question) : Promise.reject(new Error("nothing to ask")),
  );
}
