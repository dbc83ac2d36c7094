import type { RefObject } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { type DataOf, graphql } from "../data/graphql.js";
import type { Overview } from "../data/overview.js";
import { bind } from "../data/query.js";
import { useQuery } from "../data/use-query.js";
import type { KindWords } from "../format/kind-words.js";
import { authorityTypeLabel } from "../format/labels.js";
import { capitalize, withArticle } from "../format/nouns.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

const SEARCH = graphql(`
query Search($text: String!, $edition: ID) {
  search(text: $text, edition: $edition, first: 8) {
    __typename
    ... on Footprint { code name }
    ... on Authority { code name type }
    ... on Member { code name }
  }
}
`);

type SearchHit = DataOf<typeof SEARCH>["search"][number];

const PAUSE_MS = 120; // from the last key to the request
const MAX_LENGTH = 200;

/** Finds a footprint, council or member by name or code, and selects it. */
export function Search({ overview }: { readonly overview: Overview | null }) {
  const { state, update } = useContext(StateContext);
  const { words } = useEdition();
  const [text, setText] = useState("");
  const [searchText, setSearchText] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);
  useEffect(() => {
    const pause = setTimeout(() => setSearchText(text.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);

  const loaded = useQuery(searchText === "" ? null : bind(SEARCH, { text: searchText, edition: state.edition }));
  const hits = loaded.status === "ready" && text.trim() !== "" ? loaded.value.search : [];
  const isListed = isOpen && text.trim() !== "" && (loaded.status !== "loading" || hits.length > 0);
  const choose = (hit: SearchHit | undefined) => {
    if (!hit) return;
    const code = hit.__typename === "Member" ? findMemberFootprint(overview, hit.code) : hit.code;
    const inPlace = state.view === "councils" && hit.__typename === "Authority";
    update({ area: code, camera: null, view: inPlace ? "councils" : "footprints" });
    setText("");
    setIsOpen(false);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((at) => (at + step + hits.length) % hits.length);
    } else if (event.key === "Enter") choose(hits[active]);
    else if (event.key === "Escape") {
      event.stopPropagation();
      setText("");
      input.current?.blur();
    }
  };
  return (
    <search class="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={`Find ${withArticle(words.footprint)} or ${words.council}`}
        aria-expanded={isListed}
        aria-controls="search-hits"
        aria-autocomplete="list"
        {...(isListed && hits.length > 0 && { "aria-activedescendant": `hit-${active}` })}
        placeholder="Find a place  ( / )"
        autocomplete="off"
        maxLength={MAX_LENGTH}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setActive(0);
          setIsOpen(true);
        }}
        onBlur={() => setIsOpen(false)}
        onFocus={() => setIsOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div id="search-hits" class="hits" role="listbox" aria-label="Search results" hidden={!isListed}>
        {hits.map((hit, i) => (
          <div
            key={hit.code}
            id={`hit-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(hit);
            }}
          >
            {hit.name} <span class="note">{hitLabel(hit, words)}</span>
          </div>
        ))}
        {isListed && hits.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected="false" aria-disabled="true" class="note">
            {loaded.status === "failed" ? loaded.error.message : "No match in this edition"}
          </div>
        )}
      </div>
    </search>
  );
}

function hitLabel(hit: SearchHit, words: KindWords): string {
  if (hit.__typename === "Authority") return authorityTypeLabel(hit.type, words);
  return capitalize(hit.__typename === "Footprint" ? words.footprint : words.member);
}

function findMemberFootprint(overview: Overview | null, member: string): string | null {
  const found = overview?.footprints.find(({ members }) => members.some(({ code }) => code === member));
  return found?.code ?? null;
}

/** Whether keys typed at this target enter text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    (target instanceof HTMLInputElement && !["radio", "checkbox", "range"].includes(target.type))
  );
}

/** Focuses a field when "/" is pressed anywhere on the page. */
export function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [input]);
}
