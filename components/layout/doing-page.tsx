import "./doing.css";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";
import { PageShell } from "./page-shell";

type Props = {
  locale: Locale /** Address after the language, with its query. */;
  path: string;
  children: ReactNode;
};

// What the forms of booking and staff say in the browser; everything else is said by the server.
const forClients = ["waitlist", "booking", "draw", "manage", "staff"] as const;

/** A page on which something is done: it hydrates, and its forms work without that too. */
export async function DoingPage({ locale, path, children }: Props) {
  const all = (await getMessages()) as Record<string, unknown>;
  const messages = Object.fromEntries(forClients.flatMap((name) => (name in all ? [[name, all[name]]] : [])));
  return (
    <PageShell locale={locale} path={path}>
      <NextIntlClientProvider messages={messages}>
        <div className="wrap">{children}</div>
      </NextIntlClientProvider>
    </PageShell>
  );
}
