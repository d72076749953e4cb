type Props = {
  name: string;
  legend: string;
  hint: string;
  error?: string | undefined;
  choices: { value: string; label: string }[];
  chosen: readonly string[];
};

/** Boxes of which none, some or all can be ticked. */
export function ChoiceBoxes({ name, legend, hint, error, choices, chosen }: Props) {
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={error ? `${name}-error` : `${name}-hint`}>
      <legend className="font-bold">{legend}</legend>
      <p id={`${name}-hint`} className="text-sm text-soft">
        {hint}
      </p>
      {error ? (
        <p id={`${name}-error`} className="mt-1 font-bold text-red">
          {error}
        </p>
      ) : null}
      <div className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {choices.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-5 flex-none"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
