import { useContext } from "preact/hooks";
import { Segmented } from "../parts/segmented.js";
import { StateContext } from "../state/state-context.js";

/** Whether shares are of people or of land. */
export function WeightChoice() {
  const { state, change } = useContext(StateContext);
  return (
    <Segmented
      label="Shares of"
      name="weight"
      value={state.weight}
      choices={[
        { value: "POPULATION", label: "people", help: "Residents, where they live" },
        { value: "AREA", label: "land", help: "Square kilometres" },
      ]}
      onChange={(weight) => change({ weight })}
    />
  );
}
