import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { addressOf } from "../state/address.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";

/** A link to the page in another state: opens in place, or in a new tab as the reader likes. */
export function StateLink(props: {
  readonly to: Partial<ExplorerState>;
  readonly class?: string;
  readonly title?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}) {
  const { asked, change } = useContext(StateContext);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    change(props.to);
  };
  return (
    <a
      class={props.class}
      title={props.title}
      href={`/${addressOf({ ...asked, ...props.to })}`}
      onClick={follow}
      {...(props.current && { "aria-current": "page" as const })}
    >
      {props.children}
    </a>
  );
}

/** A link that selects a footprint or a council and moves the map there. */
export function AreaLink({
  code,
  children,
  class: name,
}: {
  readonly code: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}) {
  const { state } = useContext(StateContext);
  const view = state.view === "councils" || state.view === "redraw" ? state.view : "footprints";
  return (
    <StateLink {...(name !== undefined && { class: name })} to={{ area: code, camera: null, view }}>
      {children}
    </StateLink>
  );
}
