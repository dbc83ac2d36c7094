import { useContext } from "preact/hooks";
import type { EditionName } from "../data/overview.js";
import { boxesMeet } from "../map/boxes-meet.js";
import { EditionSelect } from "../parts/edition-select.js";
import { Segmented } from "../parts/segmented.js";
import { StateContext } from "../state/state-context.js";

const MOST_YEARS = 2; // side by side; more editions are a list of titles

/** Which edition to show: by its year while there are two of different years, else by its title. */
export function EditionChoice({ editions }: { readonly editions: readonly EditionName[] }) {
  const { state, change } = useContext(StateContext);
  const choose = (id: string) => {
    const [from, to] = [state.edition, id].map((one) => editions.find((edition) => edition.id === one));
    const isSameLand = from !== undefined && to !== undefined && boxesMeet(from.bbox, to.bbox);
    const alone = state.view === "compare" ? null : state.swipe;
    const kept = { area: null, assignments: [], types: [], colouring: "verdict", swipe: alone } as const;
    change({ edition: id, ...kept, ...(!isSameLand && { camera: null }) });
  };
  const years = editions.map(({ date }) => date.slice(0, 4));
  if (editions.length > MOST_YEARS || new Set(years).size < editions.length) {
    return <EditionSelect label="Edition" editions={editions} value={state.edition} onChange={choose} />;
  }
  return (
    <Segmented
      label="Year"
      name="edition"
      value={state.edition}
      choices={editions
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .map(({ id, date, title }) => ({ value: id, label: date.slice(0, 4), help: title }))}
      onChange={choose}
    />
  );
}
