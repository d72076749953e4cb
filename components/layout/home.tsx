import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Topic } from "@/lib/guides/rules";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";

/** The question of the home page, and the search field. */
export function HomeHero({ locale }: { locale: Locale }) {
  const t = useTranslations("home");
  const layout = useTranslations("layout");
  return (
    <section className="bg-teal-wash/45 py-10 sm:py-16">
      <div className="wrap">
        <h1>{t("title")}</h1>
        <p className="mt-2 max-w-[42rem] text-[1.08em] text-soft">{t("lead")}</p>
        <search>
          <form
            action={`/${locale}/search`}
            method="get"
            className="mt-6 flex max-w-[42rem] gap-2 rounded-card border-2 border-teal bg-card p-1.5 shadow-card"
          >
            <input
              name="q"
              type="search"
              aria-label={layout("searchLabel")}
              placeholder={t("searchPlaceholder")}
              maxLength={200}
              className="min-h-11 min-w-0 flex-1 bg-transparent px-3 placeholder:text-soft"
            />
            <Button type="submit">{layout("search")}</Button>
          </form>
        </search>
      </div>
    </section>
  );
}

/** The four tasks people come with. */
export function TaskList({ locale, office }: { locale: Locale; office: string }) {
  const t = useTranslations("home");
  const tasks: { key: "read" | "book" | "prepare" | "contact"; icon: IconName; href: string }[] = [
    { key: "read", icon: "book", href: `/${locale}/guides` },
    { key: "book", icon: "calendar", href: `/${locale}/offices/${office}/book` },
    { key: "prepare", icon: "file", href: `/${locale}/offices/${office}#concerns` },
    { key: "contact", icon: "message", href: `/${locale}/offices/${office}#contact` },
  ];
  return (
    <nav aria-label={t("tasks")} className="mt-6 mb-9">
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

/** When the next slots open. The day and time come from the office's policy. */
export function ReleaseStrip({ locale, office }: { locale: Locale; office: Office }) {
  const t = useTranslations("home");
  const days = useTranslations("offices.days");
  const policy = office.departments[0]?.policy;
  if (!policy) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card border-s-[6px] border-saffron bg-saffron-wash px-5 py-4">
      <div>
        <b className="text-[1.08em]">
          {t("release", { day: days(policy.releaseDay), time: policy.releaseTime })}
        </b>
        <p className="text-[.92em]">{t("releaseText")}</p>
      </div>
      <Button href={`/${locale}/offices/${office.slug}/book`} variant="quiet" className="sm:ms-auto">
        {t("releaseButton")}
      </Button>
    </div>
  );
}

/** The topics that have guides, with their number. */
export function TopicList({ locale, topics }: { locale: Locale; topics: { topic: Topic; count: number }[] }) {
  const t = useTranslations("home");
  const guide = useTranslations("guide.topics");
  const guides = useTranslations("guides");
  return (
    <section className="mt-10">
      <h2>{t("topics")}</h2>
      <ul className="mt-3 grid gap-x-7 sm:grid-cols-2 lg:grid-cols-4">
        {topics.map(({ topic, count }) => (
          <li key={topic}>
            <a
              href={`/${locale}/topics/${topic}`}
              className="flex min-h-12 items-center justify-between gap-3 border-b border-line font-semibold no-underline"
            >
              {guide(topic)}
              <small className="font-normal text-soft">{guides("count", { count })}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
