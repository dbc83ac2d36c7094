import { useContext } from "preact/hooks";
import type { AuthorityBrief } from "../data/overview.js";
import { typeWords } from "../parts/words.js";
import { useWords } from "../state/edition-context.js";
import { AUTHORITY_TYPES, type AuthorityType } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";

/** Which types of council to list, where there are several; none ticked means all. */
export function TypeFilter({ councils }: { readonly councils: readonly AuthorityBrief[] }) {
  const { state, change } = useContext(StateContext);
  const words = useWords();
  const present = AUTHORITY_TYPES.filter((type) => councils.some((council) => council.type === type));
  if (present.length < 2) return null;
  const toggle = (type: AuthorityType) => {
    const others = state.types.filter((other) => other !== type);
    change({ types: others.length === state.types.length ? [...others, type] : others });
  };
  return (
    <fieldset class="ticks">
      <legend>Types of {words.council}</legend>
      {present.map((type) => (
        <label class="tick" key={type}>
          <input type="checkbox" checked={state.types.includes(type)} onChange={() => toggle(type)} />
          {typeWords(type, words)}
        </label>
      ))}
    </fieldset>
  );
}
