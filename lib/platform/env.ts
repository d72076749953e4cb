import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = (schema: z.ZodString | z.ZodURL) => z.preprocess(blankIsUnset, schema.optional());

const schema = z
  .object({
    PORTAL_ENV: z.enum(["demo", "production"]).default("demo"),
    DATABASE_URL: z
      .string({ error: "is missing; it is the address of a PostgreSQL database" })
      .regex(/^postgres(ql)?:\/\//, "must begin with postgres:// or postgresql://"),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    PORTAL_URL: z.preprocess(
      blankIsUnset,
      z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
    ),
    SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")),
    SMTP_TIMEOUT: z.coerce.number().min(0.1).max(120).default(20),
    MAIL_FROM: z.string().min(3).default("Mawid <no-reply@mawid.example>"),
    MAILBOX_DIR: optional(z.string()),
    PORTAL_SECRET: z
      .string({ error: "is missing; it needs at least 32 characters" })
      .min(32, "needs at least 32 characters"),
    PORTAL_CLOCK_OFFSET: optional(
      z
        .string()
        .regex(
          /^-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
          "must be an ISO 8601 duration such as P3DT2H",
        ),
    ),
    RATE_LIMITS: z.enum(["on", "off"]).default("on"),
    CHALLENGE_COST: z.coerce.number().int().min(0).default(50_000),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(20),
  })
  .superRefine((env, context) => {
    if (env.PORTAL_ENV !== "production") return;
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (env.PORTAL_CLOCK_OFFSET) refuse("PORTAL_CLOCK_OFFSET", "is not allowed in production");
    if (env.RATE_LIMITS === "off") refuse("RATE_LIMITS", "cannot be off in production");
    if (env.CHALLENGE_COST === 0) refuse("CHALLENGE_COST", "cannot be 0 in production");
    if (!env.SMTP_URL) refuse("SMTP_URL", "is missing; production needs a mail server");
    if (!env.PORTAL_URL) refuse("PORTAL_URL", "is missing; links in mails need the public address");
  })
  .transform((env) => ({
    ...env,
    PORTAL_URL: (env.PORTAL_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
  }));

export type Env = z.output<typeof schema>;

/** Reads the settings; a wrong or missing one gives one line that names it and never shows a value. */
export function parseEnv(source: NodeJS.ProcessEnv): { ok: true; env: Env } | { ok: false; message: string } {
  const parsed = schema.safeParse(source);
  if (parsed.success) return { ok: true, env: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, message: `Setting ${String(issue?.path[0])} ${issue?.message ?? "is wrong"}` };
}

let cache: Env | undefined;

/** The settings of this process. Throws the one line of `parseEnv`. */
export function env(): Env {
  if (cache) return cache;
  const parsed = parseEnv(process.env);
  if (!parsed.ok) throw new Error(parsed.message);
  cache = parsed.env;
  return cache;
}

/** Reads the settings anew at the next use; for tests that change them. */
export function forgetEnv(): void {
  cache = undefined;
}

export const isProduction = () => env().PORTAL_ENV === "production";
