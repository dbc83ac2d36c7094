import type { ComponentChildren } from "preact";

// A scrolling region must be reachable by keyboard.
const FOCUSABLE = { tabIndex: 0 };

/** A table that scrolls sideways where the window is narrower than it. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <section class="wide-table" aria-label={label} {...FOCUSABLE}>
      {children}
    </section>
  );
}
