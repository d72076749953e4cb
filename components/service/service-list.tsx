import { useTranslations } from "next-intl";
import type { ServiceSummary } from "@/lib/services/types";

/** The official services of an office; nothing where there is none. */
export function ServiceList({ services }: { services: ServiceSummary[] }) {
  const t = useTranslations("service.list");
  if (services.length === 0) return null;
  return (
    <section id="services" className="scroll-mt-6">
      <h2>{t("title")}</h2>
      <p className="text-soft">{t("lead")}</p>
      <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-card">
        {services.map(({ slug, title, description, href }) => (
          <li key={slug} className="px-5 py-3.5">
            <a href={href} className="inline-flex min-h-11 items-center font-semibold">
              {title}
            </a>
            <p className="text-sm text-soft">{description}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
