import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { Visit } from "@/lib/booking/rules";
import type { Locale } from "@/lib/i18n/routing";
import type { Concern, Department } from "@/lib/offices/types";

type Props = {
  locale: Locale;
  action: string;
  department: Department;
  concern: Concern;
  visit: Visit;
  /** The link by which somebody books by mail first. */
  proof?: string | undefined;
  /** What the button says, where it leads to no times. */
  submit?: string | undefined;
};

/** More in one visit: further concerns and persons, where the department allows it. A plain form that asks for the page again. */
export function VisitForm({ locale, action, department, concern, visit, proof, submit }: Props) {
  const t = useTranslations("booking.visit");
  const { maxConcerns, maxPersons } = department.visit;
  const others = department.concerns.filter((other) => other.slug !== concern.slug);
  const withConcerns = maxConcerns > 1 && others.length > 0;
  if (!withConcerns && maxPersons < 2) return null;
  const changed = visit.further.length > 0 || visit.persons > 1;
  return (
    <details open={changed} className="my-4 rounded-card border border-line bg-card px-5 py-3">
      <summary className="min-h-11 cursor-pointer content-center font-bold">{t("title")}</summary>
      <form action={action} className="grid gap-5 pt-3 pb-2">
        <input type="hidden" name="concern" value={concern.slug} />
        {proof ? <input type="hidden" name="proof" value={proof} /> : null}
        {withConcerns ? (
          <fieldset className="grid gap-1">
            <legend className="font-bold">{t("concerns", { count: maxConcerns })}</legend>
            {others.map((other) => (
              <label key={other.slug} className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  name="also"
                  value={other.slug}
                  defaultChecked={visit.further.some((further) => further.slug === other.slug)}
                  className="size-5 shrink-0 accent-teal"
                />
                {other.name[locale]}
              </label>
            ))}
          </fieldset>
        ) : null}
        {maxPersons > 1 ? (
          <label className="grid gap-1.5">
            <span className="font-bold">{t("persons")}</span>
            <span className="text-sm text-soft">{t("personsHint")}</span>
            <select
              name="persons"
              defaultValue={String(visit.persons)}
              className="min-h-12 w-24 rounded-control border-2 border-soft bg-card px-3 text-ink"
            >
              {Array.from({ length: maxPersons }, (_, index) => index + 1).map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Button type="submit" variant="quiet">
          {submit ?? t("submit")}
        </Button>
      </form>
    </details>
  );
}
