import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count } from "../format/numbers.js";

interface PagedListProps<Item> {
  readonly items: readonly Item[];
  /** Gives an item as a `li` with a key. */
  readonly children: (item: Item) => ComponentChildren;
  readonly class: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

const PAGE_SIZE = 500; // a browser lays out so many rows in no time

/** A list of any length: 500 items, and more when they are asked for. */
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

/** The items to show of a list, and a line that says how many there are and shows more; null when all are shown. */
export function usePagedItems<Item>(items: readonly Item[]): readonly [readonly Item[], ComponentChildren] {
  const [shownCount, setShownCount] = useState(PAGE_SIZE);
  if (items.length <= shownCount) return [items, null];
  const next = Math.min(PAGE_SIZE, items.length - shownCount);
  return [
    items.slice(0, shownCount),
    <p class="note" key="more">
      The first {count(shownCount)} of {count(items.length)}.{" "}
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
