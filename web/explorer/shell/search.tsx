import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { type Hit, searchQuestion } from "../data/search.js";
import { useAnswer } from "../data/use-answer.js";
import type { KindWords } from "../parts/kind-words.js";
import { capital, withArticle } from "../parts/nouns.js";
import { typeWords } from "../parts/words.js";
import { useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { useSlashKey } from "./use-slash-key.js";

const PAUSE_MS = 120; // between the last key and asking
const LONGEST = 200;

/** Finds a footprint, council or member by name or code, and goes there. */
export function Search({ overview }: { readonly overview: Overview | null }) {
  const { state, change } = useContext(StateContext);
  const words = useWords();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useSlashKey(input);
  useEffect(() => {
    const pause = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);

  const loaded = useAnswer(asked === "" ? null : searchQuestion(asked, state.edition));
  const hits = loaded.status === "ready" && text.trim() !== "" ? loaded.value.search : [];
  const isListed = isOpen && text.trim() !== "" && (loaded.status !== "loading" || hits.length > 0);
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    const code = hit.__typename === "Member" ? footprintOfMember(overview, hit.code) : hit.code;
    const inPlace = state.view === "councils" && hit.__typename === "Authority";
    change({ area: code, camera: null, view: inPlace ? "councils" : "footprints" });
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
        maxLength={LONGEST}
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
      <div id="search-hits" class="hits" role="listbox" aria-label="Found" hidden={!isListed}>
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
            {hit.name} <span class="note">{kindOf(hit, words)}</span>
          </div>
        ))}
        {isListed && hits.length === 0 && (
          <div role="option" tabIndex={-1} aria-selected="false" aria-disabled="true" class="note">
            {loaded.status === "failed" ? loaded.error.message : "Nothing of that name in this edition"}
          </div>
        )}
      </div>
    </search>
  );
}

function kindOf(hit: Hit, words: KindWords): string {
  if (hit.__typename === "Authority") return typeWords(hit.type, words);
  return capital(hit.__typename === "Footprint" ? words.footprint : words.member);
}

function footprintOfMember(overview: Overview | null, member: string): string | null {
  const found = overview?.footprints.find(({ members }) => members.some(({ code }) => code === member));
  return found?.code ?? null;
}
