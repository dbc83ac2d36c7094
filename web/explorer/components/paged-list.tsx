import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count } from "../format/numbers.js";

interface PagedListProps<Item> {
  readonly items: readonly Item[];
  /** Renders an item as a `li` with a key. */
  readonly children: (item: Item) => ComponentChildren;
  readonly class: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

const PAGE_SIZE = 500; // rows that a browser lays out without a noticeable pause

/** A list of any length: 500 items, then 500 more on request. */
export function PagedList<Item>({ items, children, class: name, onKeyDown }: PagedListProps<Item>) {
  const [shown, more] = usePagedItems(items);
  return (
    <>
      <ul class={name} onKeyDown={onKeyDown}>
        {shown.map(children)}
      </ul>
      {more}
    </>
  );
}

/** The items to show, and a line with their number and a button for more; null when all are shown. */
export function usePagedItems<Item>(items: readonly Item[]): readonly [readonly Item[], ComponentChildren] {
  const [shownCount, setShownCount] = useState(PAGE_SIZE);
  if (items.length <= shownCount) return [items, null];
  const next = Math.min(PAGE_SIZE, items.length - shownCount);
  return [
    items.slice(0, shownCount),
    <p class="note" key="more">
      Showing the first {count(shownCount)} of {count(items.length)}.{" "}
      <button type="button" class="link" onClick={() => setShownCount(shownCount + PAGE_SIZE)}>
        Show {count(next)} more
      </button>
    </p>,
  ];
}

/** Moves the focus through a list's links and buttons with the arrow keys, Home and End. */
export function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const stops = [...list.querySelectorAll<HTMLElement>("a[href], button")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(next, stops.length - 1))]?.focus();
}
