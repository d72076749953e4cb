type Props = {
  label: string /** The pages above this one, from the top. */;
  pages: { name: string; href: string }[];
};

/** Where a page belongs: the pages above it. Its own title follows as the heading. */
export function Crumbs({ label, pages }: Props) {
  return (
    <nav aria-label={label} className="text-[.94em] text-soft print:hidden">
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away. */}
      <ol role="list" className="flex flex-wrap gap-x-2">
        {pages.map((page) => (
          <li key={page.href} className="flex items-center gap-2 not-last:after:content-['/']">
            <a href={page.href} className="inline-flex min-h-11 items-center text-soft">
              {page.name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
