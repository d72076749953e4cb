import { useTranslations } from "next-intl";
import { BookThis } from "@/components/guide/book-this";
import { Sources } from "@/components/guide/sources";
import { FoldedContents, TableOfContents } from "@/components/guide/table-of-contents";
import { TermList } from "@/components/guide/term-list";
import { TrustLine } from "@/components/guide/trust-line";
import { Crumbs } from "@/components/ui/crumbs";
import { PrintButton } from "@/components/ui/print-button";
import { stacked } from "@/components/ui/stacked";
import type { Office } from "@/lib/offices/types";
import type { ServicePage } from "@/lib/services/types";
import { ServiceModule } from "./service-module";
import { ServiceSupplement } from "./service-supplement";

type Props = { page: ServicePage; office: Office };

/** An official service at an office, as a whole. */
export function ServiceArticle({ page, office }: Props) {
  const t = useTranslations("service");
  const { locale, modules, supplement } = page;
  return (
    <div className={`${stacked} gap-8 pb-12 lg:grid-cols-[minmax(0,1fr)_17rem] lg:gap-x-16`}>
      <article className={`${stacked} max-w-[42rem] gap-5`}>
        <Head page={page} office={office} />
        <div className="grid gap-5 lg:hidden print:hidden">
          <Bookings page={page} />
          <FoldedContents sections={modules} />
        </div>
        <div className="prose">
          {modules.map((module) => (
            <ServiceModule key={module.id} page={page} office={office} module={module} />
          ))}
          {supplement ? <ServiceSupplement supplement={supplement} locale={locale} /> : null}
          <section>
            <h2 id="sources">{t("sources")}</h2>
            <Sources page={page} />
          </section>
        </div>
        <TermList terms={page.usedTerms} locale={locale} />
        <p className="print:hidden">
          <PrintButton label={t("print")} />
        </p>
      </article>
      <aside className="hidden lg:block print:hidden">
        <div className="sticky top-24 grid max-h-[calc(100vh-7rem)] gap-6 overflow-y-auto fade-end pb-8">
          <Bookings page={page} />
          <TableOfContents sections={modules} />
        </div>
      </aside>
    </div>
  );
}

function Head({ page, office }: Props) {
  const t = useTranslations("service");
  const layout = useTranslations("layout");
  const offices = useTranslations("offices");
  const guide = useTranslations("guide");
  const { locale, minutes } = page;
  const above = [
    { name: offices("title"), href: `/${locale}/offices` },
    { name: office.name[locale], href: `/${locale}/offices/${office.slug}` },
  ];
  return (
    <>
      <div className="-mb-4 pt-3">
        <Crumbs label={layout("crumbs")} pages={above} />
      </div>
      <h1>{page.title}</h1>
      <p className="text-[1.14em] text-soft">{page.description}</p>
      <p className="text-sm text-soft">
        {t.rich("officialName", {
          name: () => (
            <bdi dir="ltr" lang="de">
              {page.officialName}
            </bdi>
          ),
        })}
      </p>
      <p className="text-sm text-soft">{guide("minutes", { minutes, number: minutes })}</p>
      <TrustLine page={page} />
    </>
  );
}

/** The appointments that the service is booked as; a word on it where that cannot be done here. */
function Bookings({ page: { bookings, locale } }: { page: ServicePage }) {
  const t = useTranslations("service");
  const guide = useTranslations("guide.book");
  if (bookings.length === 0) return <p className="text-sm text-soft">{t("unbookable")}</p>;
  return (
    <div className="grid justify-items-start gap-3">
      {bookings.length > 1 ? <p className="font-bold text-teal-deep">{guide("action")}</p> : null}
      {bookings.map((book) => (
        <BookThis key={book.concern} book={book} locale={locale} further={bookings.length > 1} />
      ))}
    </div>
  );
}
