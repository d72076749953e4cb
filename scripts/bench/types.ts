/** One line of the table. */
export type Row = { what: string; value: number; unit: string };

/** A suite gets the address of an empty database that has been brought up to date, and an office with nothing in it. */
export type Suite = (databaseUrl: string) => Promise<Row[]>;
