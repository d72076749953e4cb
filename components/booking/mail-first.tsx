import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import type { ProofView } from "@/lib/booking/proof/types";
import type { BookingStep } from "@/lib/booking/rules";
import type { Locale } from "@/lib/i18n/routing";
import type { Office } from "@/lib/offices/types";
import { MailFirstForm } from "./mail-first-form";

type Props = {
  locale: Locale;
  office: Office;
  step: Extract<BookingStep, { step: "time" | "details" }>;
  date: string | null;
  proof?: ProofView | undefined;
  challengeNeeded: boolean;
  /** What somebody sees whose browser runs scripts, or who came by a mail's link. */
  children: ReactNode;
};

/**
 * A browser without scripts cannot do the work that keeps programs out, so it is asked for the mail address first. It
 * tells us that itself (`<noscript>`, `scripting: none`): nothing has to be found out or remembered.
 */
export function MailFirst(props: Props) {
  const { locale, office, step, date, proof, challengeNeeded, children } = props;
  const t = useTranslations("booking.mailFirst");
  if (proof?.state === "open") {
    return (
      <>
        <Note kind="info" className="mb-6">
          {t.rich("open", { email: () => <bdi dir="ltr">{proof.email}</bdi> })}
        </Note>
        {children}
      </>
    );
  }
  return (
    <>
      {proof ? (
        <Note kind="attention" className="mb-6">
          {t(proof.state)}
        </Note>
      ) : null}
      {challengeNeeded ? (
        <noscript>
          <MailFirstForm
            locale={locale}
            office={office.slug}
            concern={step.concern.slug}
            furtherConcerns={step.visit.further.map((further) => further.slug)}
            persons={step.visit.persons}
            date={date}
          />
        </noscript>
      ) : null}
      <div className={challengeNeeded ? "noscript:hidden" : ""}>{children}</div>
    </>
  );
}
