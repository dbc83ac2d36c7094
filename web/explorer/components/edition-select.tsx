import type { EditionSummary } from "../data/overview.js";

interface EditionSelectProps {
  readonly label: string;
  readonly editions: readonly EditionSummary[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** A list of editions by title; the id follows a title that two of them share. */
export function EditionSelect({ label, editions, value, onChange }: EditionSelectProps) {
  const isShared = (title: string) => editions.filter((edition) => edition.title === title).length > 1;
  return (
    <label class="edition-select">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {!editions.some(({ id }) => id === value) && <option value={value}>{value} (not available)</option>}
        {editions.map(({ id, title }) => (
          <option key={id} value={id}>
            {isShared(title) ? `${title} (${id})` : title}
          </option>
        ))}
      </select>
    </label>
  );
}
