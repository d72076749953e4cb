/** `oblique`: German dative plural, Arabic accusative and genitive dual. `bare`: the number without its unit. */
export type FactForm = "plain" | "oblique" | "bare";

/** Words that stand around a figure: the messages of the namespace `facts`. */
export type FactWord =
  | "range"
  | "euro"
  | "perDay"
  | "perMonth"
  | "perYear"
  | "percent"
  | "time"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "year";

/** Gives the message for a word; `next-intl`'s translator of the namespace `facts`. */
export type FactWords = (word: FactWord, values: Record<string, string | number>) => string;

/** A run of a formatted text; `ltr` runs are isolated left to right. */
export interface Run {
  text: string;
  ltr: boolean;
}
