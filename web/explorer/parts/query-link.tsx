import { playgroundLink, type Question } from "../data/question.js";

/** A link that opens the query behind a panel in the playground. */
export function QueryLink({ question }: { readonly question: Question<unknown> }) {
  return (
    <a class="query-link" href={playgroundLink(question)}>
      Open the query in the playground
    </a>
  );
}
