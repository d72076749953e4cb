/** The mark of the portal: an eight-pointed star with a tick. */
export function Star({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={`flex-none ${className}`}>
      <g className="fill-star">
        <rect x="8" y="8" width="24" height="24" rx="4" />
        <rect x="8" y="8" width="24" height="24" rx="4" transform="rotate(45 20 20)" />
      </g>
      <path
        d="M13.5 20.5l4.3 4.3 8.8-9.4"
        fill="none"
        className="stroke-saffron"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
