import { useTranslations } from "next-intl";
import type { ServiceLinks as Links } from "@/lib/services/types";

/** The official descriptions of what a guide is about, at the offices that have them. */
export function ServiceLinks({ services }: { services: Links[] }) {
  const t = useTranslations("guide");
  if (services.length === 0) return null;
  return (
    <nav aria-labelledby="services" className="print:hidden">
      <h2 id="services">{t("services")}</h2>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari drops the list where its markers are taken away. */}
      <ul role="list" className="mt-3 grid gap-2">
        {services.map(({ slug, title, offices }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-4">
            <span className="font-semibold">{title}</span>
            {offices.map((office) => (
              <a key={office.slug} href={office.href} className="inline-flex min-h-11 items-center">
                {office.city}
                <span className="sr-only">: {title}</span>
              </a>
            ))}
          </li>
        ))}
      </ul>
    </nav>
  );
}
