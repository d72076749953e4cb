import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { QuestionPage } from "@/lib/checks/types";
import { CheckLine, CheckText } from "./check-text";
import { GermanNotes, languageOf } from "./german";

/**
 * One question as a plain form. What is marked `data-slot` depends on the answers before it and is filled in by the
 * server (`lib/checks/page`); the page of the first question is whole without that.
 */
export function QuestionForm({ page }: { page: QuestionPage }) {
  const t = useTranslations("checks");
  const { locale, slug, ask, help, most, sensitive } = page;
  const Heading = page.first ? "h2" : "h1";
  const language = languageOf(page);
  return (
    <div className="grid max-w-[42rem] grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid gap-1.5">
        <p data-slot="progress" className="text-sm font-semibold text-soft">
          {t("progress", { number: 1, most })}
        </p>
        <progress
          aria-hidden="true"
          value={1}
          max={most}
          className="h-2 w-full overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-teal [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-teal"
        />
      </div>
      <GermanNotes page={page} />
      <form data-slot="form" method={sensitive ? "post" : "get"} action={`/${locale}/checks/${slug}`}>
        <span data-slot="given" />
        <fieldset className="grid gap-4" aria-describedby={help ? `${page.id}-help` : undefined}>
          <legend className="mb-2 w-full">
            <Heading id={page.id} {...language}>
              <CheckLine text={ask} page={page} />
            </Heading>
          </legend>
          {help ? (
            <div id={`${page.id}-help`} className="text-soft" {...language}>
              <CheckText text={help} page={page} />
            </div>
          ) : null}
          <p role="alert" data-slot="fault" className="font-semibold text-red empty:hidden" />
          {page.countries.length > 0 ? <Countries page={page} /> : <Choices page={page} />}
        </fieldset>
        <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button type="submit">{t("next")}</Button>
        </p>
        {sensitive ? <p className="mt-4 text-sm text-soft">{t("sensitive")}</p> : null}
      </form>
      <div data-slot="back" className="empty:hidden" />
      <section data-slot="so-far" className="empty:hidden" />
      <p className="text-sm text-soft">{t("private")}</p>
    </div>
  );
}

const control = "w-full min-h-12 rounded-control border-2 border-field bg-card px-3 py-2 text-ink";

/** Countries by name, and what else may be answered. */
function Countries({ page }: { page: QuestionPage }) {
  const t = useTranslations("checks");
  return (
    <select name={page.id} required defaultValue="" aria-labelledby={page.id} className={control}>
      <option value="">{t("choose")}</option>
      {page.answers.map(({ id, label }) => (
        <option key={id} value={id} {...languageOf(page)}>
          {typeof label === "string" ? label : ""}
        </option>
      ))}
      {page.countries.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Choices({ page }: { page: QuestionPage }) {
  return (
    <div className="grid gap-3" {...languageOf(page)}>
      {page.answers.map(({ id, label, hint }) => (
        <label
          key={id}
          className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-4 rounded-card border border-line bg-card px-5 py-3.5 has-checked:border-teal has-checked:bg-teal-wash"
        >
          <input
            type="radio"
            name={page.id}
            value={id}
            required
            className="row-span-2 mt-1 size-5.5 accent-teal"
          />
          <span className="font-semibold">
            <CheckLine text={label} page={page} />
          </span>
          {hint ? (
            <span className="text-sm text-soft">
              <CheckLine text={hint} page={page} />
            </span>
          ) : null}
        </label>
      ))}
    </div>
  );
}
