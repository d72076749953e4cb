/** A time of day to choose. */
export function TimePill({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      dir="ltr"
      className="inline-flex min-h-11 items-center rounded-full border border-teal bg-card px-4 font-bold text-teal no-underline tabular-nums hover:bg-teal hover:text-card"
    >
      {children}
    </a>
  );
}
