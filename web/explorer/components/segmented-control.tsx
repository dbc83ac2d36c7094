interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly help?: string }[];
  readonly onChange: (value: Value) => void;
}

/** Radio buttons drawn as one bar, for a few choices. */
export function SegmentedControl<Value extends string>({
  label,
  name,
  value,
  choices,
  onChange,
}: SegmentedControlProps<Value>) {
  return (
    <fieldset class="segmented">
      <legend>{label}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value} title={choice.help}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
