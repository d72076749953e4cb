import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { byTopicCounts } from "@/lib/guides/rules";
import type { GuideSummary } from "@/lib/guides/types";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";
import { LargeSearch } from "./large-search";

/** The question of the home page, and the search field. */
export function HomeHero({ locale }: { locale: Locale }) {
  const t = useTranslations("home");
  return (
    <section className="hero pt-10 pb-8 sm:pt-16 sm:pb-12">
      <div className="wrap">
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-[40rem] text-[1.1em] text-soft">{t("lead")}</p>
        <LargeSearch locale={locale} placeholder={t("searchPlaceholder")} />
      </div>
    </section>
  );
}

/** The four tasks people come with. */
export function TaskList({ locale, offices }: { locale: Locale; offices: Office[] }) {
  const t = useTranslations("home");
  const [only, ...others] = offices;
  // Of several offices the reader chooses one first; their list leads on to the same places.
  const to = (place: string) =>
    only && others.length === 0 ? `/${locale}/offices/${only.slug}${place}` : `/${locale}/offices`;
  const tasks: { key: "read" | "book" | "prepare" | "contact"; icon: IconName; href: string }[] = [
    { key: "read", icon: "book", href: `/${locale}/guides` },
    { key: "book", icon: "calendar", href: to("/book") },
    { key: "prepare", icon: "file", href: to("#concerns") },
    { key: "contact", icon: "message", href: to("#contact") },
  ];
  return (
    <nav aria-label={t("tasks")} className="mb-9">
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {tasks.map(({ key, icon, href }) => (
          <li key={key}>
            <a
              href={href}
              className="flex h-full gap-4 rounded-card border border-line bg-card p-5 text-ink no-underline shadow-card hover:border-teal"
            >
              <span className="grid size-11 flex-none place-items-center rounded-xl bg-teal-wash text-teal">
                <Icon name={icon} />
              </span>
              <span className="grid content-start gap-1">
                <strong className="text-[1.1em] text-teal-deep">{t(`${key}.title`)}</strong>
                <span className="text-[.94em] text-soft">{t(`${key}.text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The topics that have guides, with how many, and the guides themselves one tap away. */
export function TopicList({ locale, guides }: { locale: Locale; guides: GuideSummary[] }) {
  const t = useTranslations("home");
  const names = useTranslations("guide.topics");
  const words = useTranslations("guides");
  return (
    <section className="mt-12">
      <h2>{t("topics")}</h2>
      <ul className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {byTopicCounts(guides).map(({ topic, count }) => (
          <li key={topic} className="border-t-2 border-teal pt-1">
            <a
              href={`/${locale}/topics/${topic}`}
              className="flex min-h-11 items-center justify-between gap-3 no-underline hover:underline"
            >
              <strong className="text-[1.08em]">{names(topic)}</strong>
              <small className="text-soft">{words("count", { count })}</small>
            </a>
            <ul>
              {guides
                .filter((guide) => guide.topic === topic)
                .slice(0, 3)
                .map((guide) => (
                  <li key={guide.slug}>
                    <a
                      href={`/${locale}/guides/${guide.slug}`}
                      className="inline-block py-2 text-[.96em] text-ink"
                    >
                      {guide.title}
                    </a>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href={`/${locale}/guides`} className="inline-flex min-h-11 items-center gap-1.5 font-semibold">
          {words("all")}
          <Icon name="forward" className="size-4" />
        </a>
      </p>
    </section>
  );
}
