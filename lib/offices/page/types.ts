/** HTML by the name of its slot in a prerendered page. */
export type Slots = Record<string, string>;

/** What a form asked with GET, to be put back into its field and kept when the reader changes the language. */
export type Asked = { field: string; value: string };

/** Words of the pages of offices, in one language. */
export type Say = (key: string, values?: Record<string, string>) => string;
