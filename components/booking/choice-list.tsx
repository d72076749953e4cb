import { Icon } from "@/components/ui/icon";

export type Choice = { href: string; title: string; text: string; details?: string | undefined };

/** Choices as a list of large links: the whole card is the target. */
export function ChoiceList({ choices }: { choices: Choice[] }) {
  return (
    <ul className="grid gap-3">
      {choices.map((choice) => (
        <li key={choice.href}>
          <a
            href={choice.href}
            className="flex items-center gap-4 rounded-card border border-line bg-card p-5 text-ink no-underline shadow-card hover:border-teal"
          >
            <span className="grid flex-1 gap-1">
              <strong className="text-lg text-teal-deep">{choice.title}</strong>
              <span className="text-soft">{choice.text}</span>
              {choice.details ? <span className="text-sm text-soft">{choice.details}</span> : null}
            </span>
            <Icon name="forward" />
          </a>
        </li>
      ))}
    </ul>
  );
}
