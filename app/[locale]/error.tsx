"use client";

import { useParams } from "next/navigation";

// The page that failed may have failed for want of messages, so these few words stand here.
const words = {
  ar: {
    title: "لم ينجح ذلك",
    text: "الخطأ من جهتنا. حاول مرة أخرى بعد قليل من فضلك.",
    again: "حاول مرة أخرى",
  },
  de: {
    title: "Das hat nicht geklappt",
    text: "Der Fehler liegt bei uns. Bitte versuchen Sie es gleich noch einmal.",
    again: "Noch einmal versuchen",
  },
  en: {
    title: "That did not work",
    text: "The error is on our side. Please try again in a moment.",
    again: "Try again",
  },
};

/** An unexpected error, in the reader's language. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const { title, text, again } = words[locale === "de" || locale === "en" ? locale : "ar"];
  return (
    <main className="wrap grid max-w-[42rem] justify-items-start gap-4 py-14">
      <h1>{title}</h1>
      <p>{text}</p>
      <button
        type="button"
        onClick={reset}
        className="min-h-11 cursor-pointer rounded-control border-2 border-teal bg-teal px-5 py-2 font-bold text-card"
      >
        {again}
      </button>
    </main>
  );
}
