import type { MetadataRoute } from "next";
import { siteAddress } from "@/lib/platform/site";

/** What belongs to one person, to staff or to programs is not for search engines; its pages say so themselves as well. */
const nobodysBusiness = [
  "/*/appointments/",
  "/*/waitlist/",
  "/*/draws/",
  "/*/feedback",
  "/*/staff",
  "/api/",
  "/dev/",
];

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: nobodysBusiness },
    sitemap: `${siteAddress()}/sitemap.xml`,
  };
}
