import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { environment } from "@/environment";

/** One pool per process, though the bundler may load this file more than once. */
const kept = globalThis as typeof globalThis & { verbatimDatabase?: ReturnType<typeof connect> };

function connect(url: string) {
  const client = postgres(url, {
    max: 10,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: "verbatim" },
  });
  return { client, db: drizzle(client) };
}

export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Either the pool or a transaction: for queries that may run inside a writer. */
export type Reader = Database | Transaction;

export function database(): Database {
  kept.verbatimDatabase ??= connect(environment().databaseUrl);
  return kept.verbatimDatabase.db;
}

export async function closeDatabase(): Promise<void> {
  const open = kept.verbatimDatabase;
  kept.verbatimDatabase = undefined;
  await open?.client.end({ timeout: 5 });
}

/** Runs `work` in one transaction, and again from the start when Postgres asks for that (40001, 40P01).
 * `work` must have no effect outside the database. */
export async function inTransaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().transaction(work);
    } catch (error) {
      const state = sqlState(error);
      if (attempt >= 4 || (state !== "40001" && state !== "40P01")) throw error;
    }
  }
}

/** The SQLSTATE behind an error of the database, if it is one. The message is never to be logged: it holds what was typed. */
export function sqlState(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ("code" in each && typeof each.code === "string" && /^[0-9A-Z]{5}$/.test(each.code)) return each.code;
  }
  return undefined;
}
