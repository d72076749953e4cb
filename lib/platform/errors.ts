type Cause = { kind?: string; code?: string; originalCode?: string; severity?: string };

/** What the driver adapter tells about an error, wherever Prisma has put it. */
function causeOf(error: unknown): Cause {
  const { meta, cause } = error as { meta?: { driverAdapterError?: { cause?: Cause } }; cause?: Cause };
  return meta?.driverAdapterError?.cause ?? cause ?? {};
}

/**
 * Whether the database could not be reached, ended the session, or was too busy: then a second attempt in a moment is
 * worth it. By SQLSTATE: 08 connection, 53 resources, 57 intervention of the operator or of a time limit.
 */
export function isUnreachable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { kind, originalCode, code, severity } = causeOf(error);
  if (severity === "FATAL") return true;
  if (/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/.test(kind ?? ""))
    return true;
  if (/^(08|53|57|55P03)/.test(originalCode ?? code ?? "")) return true;
  const own = error as { code?: string; message?: string };
  // The pool's words when no connection came free in time have no code.
  return (
    /^(P1001|P1002|P1008|P1017|P2024|ECONN.*|ETIMEDOUT)$/.test(own.code ?? "") ||
    /^(timeout exceeded|Connection terminated)/.test(own.message ?? "")
  );
}

/** An error by name and code, for the log: its message may hold what somebody typed. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { originalCode, kind } = causeOf(error);
  const codes = [(error as { code?: string }).code, originalCode ?? kind];
  return [error.name, ...codes.filter((code) => code !== undefined)].join(" ");
}
