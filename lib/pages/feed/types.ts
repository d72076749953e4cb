/** A guide as the feed tells of it. */
export type FeedEntry = {
  path: string;
  title: string;
  summary: string;
  topic: string;
  /** The day on which it last changed, `YYYY-MM-DD`. */
  changed: string;
};

export type FeedWords = { title: string; subtitle: string; author: string };
