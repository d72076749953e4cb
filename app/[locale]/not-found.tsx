import { useLocale } from "next-intl";
import { NotFoundMessage } from "@/components/layout/not-found-message";

/** For the addresses that only the database can judge; proxy.ts has answered the others. */
export default function NotFoundFallback() {
  return <NotFoundMessage locale={useLocale()} />;
}
