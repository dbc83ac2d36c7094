import { percent } from "../format/numbers.js";

/** One part of a bar. */
export interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly share: number;
  readonly colour: string;
}

/** A bar split in proportion to the shares of its parts; the smallest parts are hairlines. */
export function StackedBar({ parts }: { readonly parts: readonly BarPart[] }) {
  return (
    <span
      class="split-bar"
      role="img"
      aria-label={parts.map(({ label, share }) => `${label} ${percent(share)}`).join(", ")}
    >
      {parts.map(({ key, label, share, colour }) => (
        <span
          class="split-part"
          key={key}
          title={`${label}: ${percent(share)}`}
          style={{ flexGrow: share, background: colour }}
        />
      ))}
    </span>
  );
}
