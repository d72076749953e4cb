"use client";

import { useEffect } from "react";

/**
 * The same script on a page that hydrates: it comes after the framework, so that it changes no page that is still being
 * put together, and is told of every change since.
 */
export function PortalScriptLater({ src }: { src: string }) {
  useEffect(() => {
    if (document.querySelector(`script[src="${src}"]`)) {
      document.dispatchEvent(new Event("ticks"));
      return;
    }
    const script = document.createElement("script");
    script.src = src;
    document.body.append(script);
  });
  return null;
}
