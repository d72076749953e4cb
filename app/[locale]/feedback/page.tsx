import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoingPage } from "@/components/layout/doing-page";
import { FeedbackThanks } from "@/components/layout/feedback-thanks";
import { isLocale } from "@/lib/i18n/routing";
import { voteByToken } from "@/lib/pages/feedback/queries";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("feedback");
  return { title: t("thanks"), robots: { index: false } };
}

/** After a vote on a page. The token in the address names the vote and nobody. */
export default async function FeedbackPage({ params, searchParams }: PageProps<"/[locale]/feedback">) {
  const { locale } = await params;
  const { given } = await searchParams;
  const token = typeof given === "string" ? given : "";
  const vote = await voteByToken(token);
  if (!isLocale(locale) || !vote) notFound();
  return (
    <DoingPage locale={locale} path={`/feedback?given=${token}`}>
      <FeedbackThanks locale={locale} token={token} vote={vote} />
    </DoingPage>
  );
}
