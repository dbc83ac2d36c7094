import { useContext } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import { findCouncil, findFootprint } from "../data/selectors.js";
import { StateContext } from "../state/state-context.js";
import { ClaimsPanel } from "./claims-panel.js";
import { ComparePanel } from "./compare-panel.js";
import { CouncilPanel } from "./council-panel.js";
import { CouncilsPanel } from "./councils-panel.js";
import { CustomAreaPanel, type CustomAreaProps } from "./custom-area-panel.js";
import { FootprintList } from "./footprint-list.js";
import { FootprintPanel } from "./footprint-panel.js";
import { RatingsPanel } from "./ratings-panel.js";
import { ScenarioPanel } from "./scenario-panel.js";
import { TablePanel } from "./table-panel.js";

interface PanelProps {
  readonly overview: Overview;
  readonly identity: ReadonlyMap<string, string>;
  readonly customArea: CustomAreaProps;
}

/** The panel beside the map: the view, or the selected area. */
export function Panel({ overview, identity, customArea }: PanelProps) {
  const { state } = useContext(StateContext);
  const council = findCouncil(overview, state.area);
  const footprint = findFootprint(overview, state.area);
  switch (state.view) {
    case "councils":
      return council ? (
        <CouncilPanel code={council.code} identity={identity} />
      ) : (
        <CouncilsPanel overview={overview} identity={identity} />
      );
    case "ratings":
      return <RatingsPanel overview={overview} />;
    case "claims":
      return <ClaimsPanel overview={overview} />;
    case "redraw":
      return <ScenarioPanel overview={overview} />;
    case "compare":
      return <ComparePanel overview={overview} />;
    case "polygon":
      return <CustomAreaPanel {...customArea} />;
    case "table":
      return <TablePanel overview={overview} />;
    case "footprints":
      if (footprint) return <FootprintPanel code={footprint.code} />;
      return council ? <CouncilPanel code={council.code} identity={identity} /> : <FootprintList overview={overview} />;
  }
}
