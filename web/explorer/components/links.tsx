import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { playgroundUrl, type Query } from "../data/query.js";
import type { ExplorerState } from "../state/explorer-state.js";
import { StateContext } from "../state/state-context.js";
import { formatUrlState } from "../state/url-state.js";

/** A link to another state of the page: opens in place, or in a new tab with the usual keys. */
export function StateLink(props: {
  readonly to: Partial<ExplorerState>;
  readonly class?: string;
  readonly title?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}) {
  const { requested, update } = useContext(StateContext);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    update(props.to);
  };
  return (
    <a
      class={props.class}
      title={props.title}
      href={`/${formatUrlState({ ...requested, ...props.to })}`}
      onClick={follow}
      {...(props.current && { "aria-current": "page" as const })}
    >
      {props.children}
    </a>
  );
}

/** A link that selects a footprint or a council, and moves the map to it. */
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

/** A link that opens the query behind a panel in the playground. */
export function QueryLink({ query }: { readonly query: Query<unknown> }) {
  return (
    <a class="query-link" href={playgroundUrl(query)}>
      Open the query in the playground
    </a>
  );
}
