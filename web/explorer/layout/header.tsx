import type { Overview } from "../data/overview.js";
import { useEdition } from "../state/edition-context.js";
import { Search } from "./search.js";

const ICON = new URL("../../icon.svg", import.meta.url).href;

/** The page header, with the search. */
export function Header({ overview }: { readonly overview: Overview | null }) {
  const { footprints, councils } = useEdition().words;
  return (
    <header class="page-header">
      <a class="brand" href="/">
        <img src={ICON} alt="" width="22" height="22" />
        Coterminous
      </a>
      <span class="tagline">
        How {footprints} and {councils} fit together
      </span>
      <Search overview={overview} />
      <a href="/graphql">GraphQL API</a>
    </header>
  );
}
