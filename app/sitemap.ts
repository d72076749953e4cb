import type { MetadataRoute } from "next";
import { sitemapEntries } from "@/lib/pages/queries";

/** Every page that search engines are to find, in every language with the others beside it. */
export default function sitemap(): MetadataRoute.Sitemap {
  return sitemapEntries();
}
