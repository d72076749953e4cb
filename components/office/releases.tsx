import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";

const box =
  "flex flex-wrap gap-x-5 gap-y-3 rounded-card border-s-[6px] border-saffron bg-saffron-wash px-5 py-4";

/** When the next slots open; day and time come from the policies of the offices. The first department stands for each. */
export function Releases({ locale, offices }: { locale: Locale; offices: Office[] }) {
  const t = useTranslations("home");
  const at = useReleaseText("home.releaseAt");
  const [only, ...others] = offices;
  if (only && others.length === 0) return <ReleaseOfOne locale={locale} office={only} />;
  return (
    <section className={box}>
      <Icon name="clock" className="mt-1 size-8 max-sm:hidden" />
      <div className="flex-1 basis-64">
        <h2 className="text-[1.12em] text-ink">{t("releases")}</h2>
        <ul className="mt-1 grid gap-x-8 sm:grid-cols-3">
          {offices.map((office) => (
            <li key={office.slug}>
              <a
                href={`/${locale}/offices/${office.slug}/book`}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {office.city[locale]}
              </a>
              <span className="block text-[.94em]">{at(office)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function ReleaseOfOne({ locale, office }: { locale: Locale; office: Office }) {
  const t = useTranslations("home");
  const at = useReleaseText("home.release");
  return (
    <section className={`items-center ${box}`}>
      <Icon name="clock" className="size-8 max-sm:hidden" />
      <div className="flex-1 basis-64">
        <h2 className="text-[1.12em] text-ink">{at(office)}</h2>
        <p className="text-[.94em]">
          {t("releaseText", { weeks: office.departments[0]?.policy.horizonWeeks ?? 0 })}
        </p>
      </div>
      <Button href={`/${locale}/offices/${office.slug}/book`} variant="quiet">
        {t("releaseButton")}
      </Button>
    </section>
  );
}

function useReleaseText(key: "home.release" | "home.releaseAt") {
  const t = useTranslations();
  return ({ departments: [first] }: Office) =>
    first
      ? t.rich(key, {
          day: t(`offices.days.${first.policy.releaseDay}`),
          time: () => <bdi dir="ltr">{first.policy.releaseTime}</bdi>,
        })
      : null;
}
