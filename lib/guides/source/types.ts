/** Something wrong with the content. An error stops the build; a warning is for the editors. */
export interface Problem {
  /** Path from the root of the repository. */
  file: string;
  line?: number;
  severity: "error" | "warning";
  message: string;
}

/** What was read from a file, and what was wrong with it. `value` is missing only when nothing could be made of it. */
export interface Reading<T> {
  value: T | undefined;
  problems: Problem[];
}
