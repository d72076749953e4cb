import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoingPage } from "@/components/layout/doing-page";
import { SignInForm } from "@/components/staff/sign-in-form";
import { isLocale } from "@/lib/i18n/routing";
import { currentStaff } from "@/lib/staff/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.signIn");
  return { title: t("title"), robots: { index: false, follow: false } };
}

export default async function SignInPage({ params }: PageProps<"/[locale]/staff/sign-in">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  if (await currentStaff()) redirect(`/${locale}/staff`);
  const t = await getTranslations("staff.signIn");
  return (
    <DoingPage locale={locale} path="/staff/sign-in">
      <div className="grid max-w-[28rem] gap-6 py-8">
        <div>
          <h1>{t("title")}</h1>
          <p className="mt-1 text-soft">{t("lead")}</p>
        </div>
        <SignInForm locale={locale} />
      </div>
    </DoingPage>
  );
}
