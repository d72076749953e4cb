type Step = { name: string /** Where a step that is done can be changed. */; href?: string | undefined };
type Props = { label: string; steps: Step[] /** Index of the step somebody is at. */; current: number };

const colours = { done: "border-teal", current: "border-saffron", ahead: "border-line" } as const;

/** How far one has come, and the way back. On a small screen only the current step is named. */
export function StepsBar({ label, steps, current }: Props) {
  return (
    <ol aria-label={label} className="no-print my-6 flex gap-1.5 text-sm">
      {steps.map(({ name, href }, index) => {
        const phase = index < current ? "done" : index === current ? "current" : "ahead";
        return (
          <li
            key={name}
            aria-current={phase === "current" ? "step" : undefined}
            className={`flex-1 border-t-4 ${colours[phase]}`}
          >
            {phase === "current" ? (
              <span className="block pt-2 font-bold whitespace-nowrap">{name}</span>
            ) : null}
            {phase === "done" && href ? (
              <a href={href} className="block min-h-11 pt-2 text-soft">
                <span className="max-sm:sr-only">{name}</span>
              </a>
            ) : null}
            {phase === "ahead" || (phase === "done" && !href) ? (
              <span className="block pt-2 text-soft max-sm:sr-only">{name}</span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
