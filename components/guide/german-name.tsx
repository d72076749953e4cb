type Props = { name: string; className?: string };

/**
 * The German name of something in brackets. The brackets are of the text around it: inside the German run they would
 * stand at its far ends where an Arabic line breaks within the name.
 */
export function GermanName({ name, className = "" }: Props) {
  return (
    <span className={`text-soft ${className}`.trimEnd()}>
      (
      <bdi dir="ltr" lang="de">
        {name}
      </bdi>
      )
    </span>
  );
}
