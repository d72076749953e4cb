import pg from "pg";

type Query = (...parameters: unknown[]) => Promise<unknown>;

/**
 * Runs something and adds up how long it waited for the answers of the database, in milliseconds: of statements outside
 * transactions, those that run at the same time one after the other.
 */
export async function timeInDatabase(run: () => Promise<unknown>): Promise<number> {
  const pool = pg.Pool.prototype as unknown as { query: Query };
  const { query } = pool;
  let sum = 0;
  pool.query = async function (this: unknown, ...parameters: unknown[]) {
    const began = performance.now();
    try {
      return await query.apply(this, parameters);
    } finally {
      sum += performance.now() - began;
    }
  };
  try {
    await run();
  } finally {
    pool.query = query;
  }
  return sum;
}
