"use client";

import { usePathname, useSearchParams } from "next/navigation";

/**
 * The address of the page with its query: where a form of a server action is sent without scripts. Without it React
 * leaves the form's address empty, which browsers understand and HTML forbids. Forms of one page that have the same action
 * add a `#` and a name each, since React finds out by the address whose answer has come.
 */
export function usePageAddress(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  return query ? `${path}?${query}` : path;
}
