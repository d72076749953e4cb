export type ClientOptions = {
  seed: number;
  /** How many clients, and the number of the first: no two processes have the same applicants. */
  clients: number;
  first: number;
  /** Times at which concerns can begin, RFC 3339. */
  times: string[];
  /** Clients at once. */
  width: number;
};

/** The state of an appointment that was acknowledged last to its applicant. */
export type Acknowledged = {
  id: string;
  reference: string;
  startsAt: string;
  state: "held" | "confirmed" | "cancelled";
};

export type History = {
  acknowledged: Acknowledged[];
  errors: string[];
  /** What is wrong, one line each: none, when nothing was lost and nothing was given twice. */
  violations: string[];
};
