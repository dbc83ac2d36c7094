import { useContext } from "preact/hooks";
import { SegmentedControl } from "../components/segmented-control.js";
import { StateContext } from "../state/state-context.js";

/** Chooses between shares of people and of land. */
export function WeightChoice() {
  const { state, update } = useContext(StateContext);
  return (
    <SegmentedControl
      label="Shares of"
      name="weight"
      value={state.weight}
      choices={[
        { value: "POPULATION", label: "people", help: "Resident population" },
        { value: "AREA", label: "land", help: "Square kilometres" },
      ]}
      onChange={(weight) => update({ weight })}
    />
  );
}
