/** One word is asked, another form of it stands in a text. */
export type Pair = readonly [query: string, word: string];

/** What is typed, and the results of which one must be among the first three. */
export type Asked = readonly [query: string, ...answers: string[]];
