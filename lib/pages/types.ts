/** A prerendered page, the same in every language. */
export type ReadingPage = {
  /** Its address after the language, `/guides/blue-passport`; empty for the home page. */
  path: string;
  /** Whether search engines are to find it. */
  listed: boolean;
};
