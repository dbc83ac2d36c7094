import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { findCouncil, findFootprint } from "../data/selectors.js";
import { withArticle } from "../format/nouns.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

/** The councils assigned to a footprint by hand, and a control to assign the selected one. */
export function ManualAssignments({ overview }: { readonly overview: Overview }) {
  const { state, update } = useContext(StateContext);
  const { assignments } = state;
  const { words } = useEdition();
  const council = findCouncil(overview, state.area);
  const selected = council?.tiers.includes(state.tier) ? council : null;
  const assignedFootprint = assignments.find(({ authority }) => authority === selected?.code)?.footprint ?? "";
  const assign = (authority: string, footprint: string) => {
    const others = assignments.filter((one) => one.authority !== authority);
    update({ assignments: footprint === "" ? others : [...others, { authority, footprint }], redrawn: true });
  };
  return (
    <section class="by-hand">
      {selected ? (
        <label>
          Assign {selected.name} to
          <select
            value={assignedFootprint}
            onChange={({ currentTarget }) => assign(selected.code, currentTarget.value)}
          >
            <option value="">its main {words.footprint}</option>
            {overview.footprints
              .toSorted((a, b) => a.name.localeCompare(b.name))
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      ) : (
        <p class="note">
          To assign {withArticle(words.council)} to another {words.footprint}, select it on the map or in the list
          below.
        </p>
      )}
      {assignments.length > 0 && (
        <ul class="facts">
          {assignments.map(({ authority, footprint }) => (
            <li key={authority}>
              {findCouncil(overview, authority)?.name ?? authority} →{" "}
              {findFootprint(overview, footprint)?.name ?? footprint}{" "}
              <button type="button" class="link" onClick={() => assign(authority, "")}>
                Undo
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
