import { useContext } from "preact/hooks";
import type { AuthorityBrief } from "../data/overview.js";
import { TYPE_WORDS } from "../parts/words.js";
import { AUTHORITY_TYPES, type AuthorityType } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";

/** Which types of council to list; none ticked means all. */
export function TypeFilter({ councils }: { readonly councils: readonly AuthorityBrief[] }) {
  const { state, change } = useContext(StateContext);
  const present = AUTHORITY_TYPES.filter((type) => councils.some((council) => council.type === type));
  const toggle = (type: AuthorityType) => {
    const others = state.types.filter((other) => other !== type);
    change({ types: others.length === state.types.length ? [...others, type] : others });
  };
  return (
    <fieldset class="ticks">
      <legend>Types of council</legend>
      {present.map((type) => (
        <label class="tick" key={type}>
          <input type="checkbox" checked={state.types.includes(type)} onChange={() => toggle(type)} />
          {TYPE_WORDS[type]}
        </label>
      ))}
    </fieldset>
  );
}
