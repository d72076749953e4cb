"use client";

import { useTranslations } from "next-intl";
import { TextInput } from "@/components/ui/text-input";

type Props = {
  /** A permit that runs out within so many weeks counts. */
  weeks: number;
  values: Record<string, string>;
  error: string | undefined;
};

const parts = { permitDay: "day", permitMonth: "month", permitYear: "year" } as const;

/** Until when the residence permit is valid, for whoever wants to say so. */
export function PermitFields({ weeks, values, error }: Props) {
  const t = useTranslations("draw.form");
  const details = useTranslations("booking.details");
  return (
    <fieldset aria-describedby={error ? "permitDay-error" : "permit-hint"}>
      <legend className="font-bold">
        {t("permit")}
        <span className="ms-2 text-sm font-normal text-soft">({details("optional")})</span>
      </legend>
      <p id="permit-hint" className="text-sm text-soft">
        {t("permitHint", { weeks })}
      </p>
      {error ? (
        <p id="permitDay-error" className="mt-1 font-bold text-red">
          {error}
        </p>
      ) : null}
      <div className="mt-2 flex gap-3">
        {(Object.keys(parts) as (keyof typeof parts)[]).map((name) => (
          <label key={name} htmlFor={name} className="grid gap-1 text-sm">
            {details(parts[name])}
            <TextInput
              id={name}
              name={name}
              defaultValue={values[name] ?? ""}
              inputMode="numeric"
              autoComplete="off"
              width={name === "permitYear" ? 4 : 2}
              invalid={error !== undefined}
              dir="ltr"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
