import type { ComponentChildren } from "preact";

// What scrolls sideways must be reachable without a mouse.
const FOCUSABLE = { tabIndex: 0 };

/** A table that scrolls sideways where the window is narrower than it. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <section class="wide-table" aria-label={label} {...FOCUSABLE}>
      {children}
    </section>
  );
}
