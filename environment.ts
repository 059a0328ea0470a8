import { fileURLToPath } from "node:url";
import { z } from "zod";
import { normaliseEmail } from "@/domain/emails";

const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/[^/]*\/.+/, "must look like postgres://user:password@host:5432/database");

const flag = z
  .enum(["", "0", "1"], "must be 0 or 1")
  .optional()
  .transform((value) => value === "1");

const logLevels = z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]);

/** Key-encryption keys by version, from "1:<base64 of 32 bytes>,2:…"; null for anything else. */
export function readSourceKeys(text: string): ReadonlyMap<number, Buffer> | null {
  const keys = new Map<number, Buffer>();
  for (const part of text.split(",")) {
    const [, version, key] = /^([1-9]\d{0,5}):([A-Za-z0-9+/]{43}=)$/.exec(part.trim()) ?? [];
    if (!version || !key || keys.has(Number(version))) return null;
    keys.set(Number(version), Buffer.from(key, "base64"));
  }
  return keys;
}

const sourceKeys = z.string().transform((text, context) => {
  const keys = readSourceKeys(text);
  if (keys) return keys;
  context.addIssue("must be 1:<base64 of 32 bytes>, and further versions after a comma");
  return z.NEVER;
});

const origin = z.string().transform((text, context) => {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.href !== `${address.origin}/`) {
    context.addIssue("must be the address readers use, such as https://paper.example");
    return z.NEVER;
  }
  return address.origin;
});

const mailServer = z.string().transform((text, context) => {
  const address = URL.canParse(text) ? new URL(text) : null;
  const isServer = address && /^smtps?:$/.test(address.protocol) && address.hostname;
  const isFolder = address?.protocol === "file:" && !address.hostname && address.pathname.length > 1;
  if (!isServer && !isFolder) {
    context.addIssue(
      "must look like smtp://user:password@host:587 or smtps://user:password@host, or name a folder that letters are only kept in, like file:///srv/letters",
    );
    return z.NEVER;
  }
  return text;
});

const mailAddress = z.string().transform((text, context) => {
  const email = normaliseEmail(text);
  if (email !== null) return email;
  context.addIssue("must be one email address, such as desk@paper.example");
  return z.NEVER;
});

const shape = z
  .object({
    DATABASE_URL: databaseAddress,
    DATABASE_URL_OWNER: databaseAddress.optional(),
    DATABASE_URL_DIRECT: databaseAddress.optional(),
    PORT: z.coerce.number("must be a number").int().min(1).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    ORIGIN: origin.optional(),
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.base64("must be base64 of 16, 24 or 32 bytes"),
    SOURCE_KEYS: sourceKeys,
    VERBATIM_DATA: z.string().default(".data"),
    VERBATIM_SECRETS: z.string().optional(),
    VERBATIM_EMBEDDED: flag,
    VERBATIM_TOKEN: z.string().optional(),
    TRUST_PROXY: flag,
    SMTP_URL: mailServer.optional(),
    MAIL_FROM: mailAddress.optional(),
    LOG_LEVEL: logLevels.default("info"),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be the address of the storage" }).optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
  })
  .superRefine((values, context) => {
    if (!values.S3_BUCKET) return;
    for (const name of ["S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const)
      if (!values[name]) context.addIssue({ code: "custom", path: [name], message: "must be set" });
  })
  .superRefine((values, context) => {
    if ((values.SMTP_URL === undefined) === (values.MAIL_FROM === undefined)) return;
    const [missing, other] =
      values.MAIL_FROM === undefined ? ["MAIL_FROM", "SMTP_URL"] : ["SMTP_URL", "MAIL_FROM"];
    context.addIssue({ code: "custom", path: [missing], message: `must be set beside ${other}` });
  })
  .transform((values) => ({
    databaseUrl: values.DATABASE_URL,
    /** Owns the tables and migrates them; the app's own role where the operator gives only one. */
    ownerUrl: values.DATABASE_URL_OWNER ?? values.DATABASE_URL,
    /** Reaches the database without a pooler between, which LISTEN needs. */
    directUrl: values.DATABASE_URL_DIRECT ?? values.DATABASE_URL,
    port: values.PORT,
    host: values.HOST,
    /** The public origin, without a slash at its end. */
    origin: values.ORIGIN ?? `http://localhost:${values.PORT}`,
    sessionSecret: values.NEXTAUTH_SECRET,
    /** Key-encryption keys of sealed identities by version, as they were at the start. */
    sourceKeys: values.SOURCE_KEYS,
    /** The file of the newsroom's own secrets, to which a rotation adds a key; left out where the operator gives them. */
    secretsFile: values.VERBATIM_SECRETS,
    /** The data folder; files lie in it, unless a bucket is named. */
    dataFolder: values.VERBATIM_DATA,
    /** True only when the start command itself runs the embedded database. */
    isEmbedded: values.VERBATIM_EMBEDDED,
    /** Lets the supervisor tell its own server from another on the same port. */
    supervisorToken: values.VERBATIM_TOKEN,
    /** Whether X-Forwarded-For and X-Forwarded-Proto are believed. */
    trustsProxy: values.TRUST_PROXY,
    /** The mail server and the address that mail is sent from; null where mail is off. Where `folder` is a path, letters
     * go no further than into that folder: the demonstration has no mail server. */
    mail:
      values.SMTP_URL !== undefined && values.MAIL_FROM !== undefined
        ? {
            url: values.SMTP_URL,
            from: values.MAIL_FROM,
            folder: values.SMTP_URL.startsWith("file:") ? fileURLToPath(values.SMTP_URL) : null,
          }
        : null,
    logLevel: values.LOG_LEVEL,
    /** Where files are kept instead of in the data folder; null for the data folder. */
    bucket:
      values.S3_BUCKET && values.S3_ACCESS_KEY_ID && values.S3_SECRET_ACCESS_KEY
        ? {
            name: values.S3_BUCKET,
            /** Left out for Amazon's own. */
            endpoint: values.S3_ENDPOINT,
            region: values.S3_REGION,
            keyId: values.S3_ACCESS_KEY_ID,
            secret: values.S3_SECRET_ACCESS_KEY,
          }
        : null,
  }));

export type Environment = z.output<typeof shape>;

/** A setting that is missing or wrong; the message is one line that names every such setting, without its value. */
export class EnvironmentError extends Error {}

/**
 * Reads the settings from `source`, or throws an EnvironmentError. An empty value counts as missing.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return given[name] === undefined ? `${name} is missing` : `${name} ${plain(issue.message)}`;
  });
  throw new EnvironmentError(`Wrong configuration: ${[...new Set(faults)].join("; ")}.`);
}

function plain(message: string): string {
  return message.startsWith("must") ? message : `is not allowed (${message})`;
}

let known: Environment | undefined;

/** The settings of this process, read and judged at the first call. Throws an EnvironmentError. */
export function environment(): Environment {
  known ??= readEnvironment(process.env);
  return known;
}

/** How much is logged. The log is there before the other settings are judged; a wrong level stops the start by itself. */
export const logLevel = logLevels.catch("info").parse(process.env.LOG_LEVEL);
