import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/routing";
import { longestFeedback } from "@/lib/pages/feedback/schema";
import type { GivenVote } from "@/lib/pages/feedback/types";

type Props = { locale: Locale; token: string; vote: GivenVote };

/** After the vote: what was missing, in one's own words, if one likes. */
export function FeedbackThanks({ locale, token, vote }: Props) {
  const t = useTranslations("feedback");
  return (
    <div className="grid max-w-[42rem] gap-5 py-10">
      <h1>{t("thanks")}</h1>
      {vote.told ? (
        <p>{t("told")}</p>
      ) : (
        <form action={`/${locale}/feedback/send`} method="post" className="grid gap-4">
          <input type="hidden" name="token" value={token} />
          <Field
            id="missing"
            label={t(vote.helpful ? "better" : "missing")}
            hint={`${t("hint")} ${t("most", { most: String(longestFeedback) })}`}
          >
            <textarea
              id="missing"
              name="missing"
              rows={5}
              dir="auto"
              required
              aria-describedby="missing-hint"
              className="w-full rounded-control border-2 border-soft bg-card px-3 py-2 text-start text-ink"
            />
          </Field>
          <p>
            <Button type="submit">{t("send")}</Button>
          </p>
        </form>
      )}
      <p>
        <a href={`/${locale}${vote.page}`} className="inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </div>
  );
}
