import type { DataSize, EditionSize } from "./data-size.js";

type Arguments = Readonly<Record<string, unknown>>;

/** How much there is of what a field at the top of a query asks about: everything inside it is of the same edition. */
export function sizeAsked(field: string, given: Arguments, size: DataSize): EditionSize {
  switch (field) {
    case "editions":
      return size.largest;
    case "edition":
      return size.of(given.id);
    case "changes":
      return larger(size.of(given.from), size.of(given.to));
    default:
      return size.of(given.edition);
  }
}

function larger(one: EditionSize, other: EditionSize): EditionSize {
  return one.overlaps < other.overlaps ? other : one;
}
