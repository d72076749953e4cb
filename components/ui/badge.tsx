const kinds = {
  plain: "bg-sand text-ink",
  good: "bg-teal-wash text-teal-deep",
  attention: "bg-saffron-wash text-ink",
} as const;

/** A short state beside a name. */
export function Badge({ kind = "plain", children }: { kind?: keyof typeof kinds; children: string }) {
  return (
    <span className={`inline-block rounded-full px-3 py-0.5 text-sm font-semibold ${kinds[kind]}`}>
      {children}
    </span>
  );
}
