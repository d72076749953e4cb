type Props = { label: string; steps: string[] /** Index of the step somebody is at. */; current: number };

/** How far one has come. On a small screen only the current step is named. */
export function StepsBar({ label, steps, current }: Props) {
  return (
    <ol aria-label={label} className="my-6 flex gap-1.5 text-sm">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? "step" : undefined}
          className={`flex-1 border-t-4 pt-2 ${index < current ? "border-teal" : index === current ? "border-saffron" : "border-line"}`}
        >
          <span className={index === current ? "font-bold whitespace-nowrap" : "text-soft max-sm:sr-only"}>
            {step}
          </span>
        </li>
      ))}
    </ol>
  );
}
