import type { ReactNode } from "react";

type Props = { caption: string; head: string[]; rows: { key: string; cells: ReactNode[] }[] };

/** A dense table for staff. It scrolls inside its own frame, by keyboard too, when the screen is narrow. */
export function Table({ caption, head, rows }: Props) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-card"
    >
      <table className="w-full border-collapse text-start text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sand">
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col" className="px-3 py-2 text-start font-bold">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-t border-line">
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns do not move
                <td key={index} className="px-3 py-2 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
