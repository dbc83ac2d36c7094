import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count } from "./numbers.js";

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** Gives an item as a `li` with a key. */
  readonly children: (item: Item) => ComponentChildren;
  readonly class: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

const PAGE = 500; // a browser lays out so many rows in no time

/** A list of any length: 500 items, and more when they are asked for. */
export function LongList<Item>({ items, children, class: name, onKeyDown }: LongListProps<Item>) {
  const [shown, more] = useShownItems(items);
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
export function useShownItems<Item>(items: readonly Item[]): readonly [readonly Item[], ComponentChildren] {
  const [most, setMost] = useState(PAGE);
  if (items.length <= most) return [items, null];
  const next = Math.min(PAGE, items.length - most);
  return [
    items.slice(0, most),
    <p class="note" key="more">
      The first {count(most)} of {count(items.length)}.{" "}
      <button type="button" class="link" onClick={() => setMost(most + PAGE)}>
        Show {count(next)} more
      </button>
    </p>,
  ];
}
