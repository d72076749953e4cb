/** Whether what a guide says of an article of a law was found in a second source. */
export type ArticleState = "confirmed" | "partly" | "unverified";

/** An article of a law that a guide tells, which has a page of its own. */
export interface Article {
  id: string;
  title: string;
  state: ArticleState;
  /** Its address after the language. */
  path: string;
}
