import { useContext } from "preact/hooks";
import { councilOf, footprintOf, type Overview } from "../data/overview.js";
import { StateContext } from "../state/state-context.js";
import { CouncilPanel } from "./council-panel.js";
import { CouncilsPanel } from "./councils-panel.js";
import { FootprintList } from "./footprint-list.js";
import { FootprintPanel } from "./footprint-panel.js";

interface PanelProps {
  readonly overview: Overview;
  readonly identity: ReadonlyMap<string, string>;
}

/** What stands beside the map: the view's own panel, or the selected area. */
export function Panel({ overview, identity }: PanelProps) {
  const { state } = useContext(StateContext);
  const council = councilOf(overview, state.area);
  const footprint = footprintOf(overview, state.area);
  switch (state.view) {
    case "councils":
      return council ? (
        <CouncilPanel code={council.code} identity={identity} />
      ) : (
        <CouncilsPanel overview={overview} identity={identity} />
      );
    default:
      if (footprint) return <FootprintPanel code={footprint.code} />;
      return council ? <CouncilPanel code={council.code} identity={identity} /> : <FootprintList overview={overview} />;
  }
}
