"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { DetailsValues } from "@/lib/booking/types";

type Props = {
  /** What the names of the fields begin with: nothing for the applicant. */
  prefix: string;
  values: DetailsValues;
  /** What is wrong with a field, in words. */
  problem: (field: string) => string | undefined;
};

const birthParts = ["birthDay", "birthMonth", "birthYear"] as const;
const birthLabels = { birthDay: "day", birthMonth: "month", birthYear: "year" } as const;
const autoComplete = { birthDay: "bday-day", birthMonth: "bday-month", birthYear: "bday-year" };

/** Name and birth date of one person. */
export function PersonFields({ prefix, values, problem }: Props) {
  const t = useTranslations("booking.details");
  const own = prefix === "";
  const birthDay = `${prefix}birthDay`;
  const wrong = problem(birthDay);
  return (
    <>
      {(["givenName", "familyName"] as const).map((name) => {
        const id = prefix + name;
        return (
          <Field key={id} id={id} label={t(name)} hint={t(`${name}Hint`)} error={problem(id)}>
            <TextInput
              id={id}
              name={id}
              defaultValue={values[id] ?? ""}
              invalid={problem(id) !== undefined}
              hasHint
              autoComplete={own ? (name === "givenName" ? "given-name" : "family-name") : "off"}
            />
          </Field>
        );
      })}
      <fieldset aria-describedby={wrong ? `${birthDay}-error` : `${prefix}birthDate-hint`}>
        <legend className="font-bold">{t("birthDate")}</legend>
        <p id={`${prefix}birthDate-hint`} className="text-sm text-soft">
          {t("birthDateHint")}
        </p>
        {wrong ? (
          <p id={`${birthDay}-error`} className="mt-1 font-bold text-red">
            {wrong}
          </p>
        ) : null}
        <div className="mt-2 flex gap-3">
          {birthParts.map((part) => (
            <label key={part} htmlFor={prefix + part} className="grid gap-1 text-sm">
              {t(birthLabels[part])}
              <TextInput
                id={prefix + part}
                name={prefix + part}
                defaultValue={values[prefix + part] ?? ""}
                inputMode="numeric"
                autoComplete={own ? autoComplete[part] : "off"}
                width={part === "birthYear" ? 4 : 2}
                invalid={wrong !== undefined}
                dir="ltr"
              />
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
