import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { environment } from "@/environment";

/** One pool per process, though the bundler may load this file more than once. */
const kept = globalThis as typeof globalThis & { verbatimDatabase?: ReturnType<typeof connect> };

function connect(url: string) {
  const prepares = new URL(url).searchParams.get("prepare") !== "false";
  const client = postgres(url, {
    max: 10,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: "verbatim",
      // A plan is made for the very values asked for, as it was looked at with EXPLAIN; only the parsing is spared.
      ...(prepares ? { plan_cache_mode: "force_custom_plan" } : {}),
    },
  });
  if (prepares) prepareStatements(client);
  return { client, db: drizzle(client) };
}

/** Characters. A longer statement is one that writes many rows; the next one has another number of them. */
const longestPrepared = 4_000;

type Work<T> = (sql: postgres.TransactionSql) => T | Promise<T>;

/** Lets Drizzle's statements be prepared once for each connection. Drizzle prepares only what was given a name, and all
 * else costs two round trips each time: one to learn its types and one to run it. Drizzle begins a transaction, and
 * one within another, with its work alone. */
function prepareStatements(client: postgres.Sql): void {
  const begin: <T>(work: Work<T>) => ReturnType<typeof client.begin<T>> = client.begin.bind(client);
  client.begin = <T>(work: string | Work<T>) => begin(inside(work));
  prepareOf(client);
}

function inside<T>(work: string | Work<T>): Work<T> {
  if (typeof work === "string") throw new TypeError("a transaction is begun with its work alone");
  return (sql) => {
    const savepoint: <U>(work: Work<U>) => ReturnType<typeof sql.savepoint<U>> = sql.savepoint.bind(sql);
    sql.savepoint = <U>(deeper: string | Work<U>) => savepoint(inside(deeper));
    prepareOf(sql);
    return work(sql);
  };
}

function prepareOf(sql: postgres.ISql): void {
  const plain = sql.unsafe.bind(sql);
  sql.unsafe = (text, values, options) =>
    plain(text, values, { ...options, prepare: options?.prepare || text.length <= longestPrepared });
}

export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Either the pool or a transaction: for queries that may run inside a writer. */
export type Reader = Database | Transaction;

export function database(): Database {
  kept.verbatimDatabase ??= connect(environment().databaseUrl);
  return kept.verbatimDatabase.db;
}

/** A query that is built once and asked with other values each time, which stand in it as `sql.placeholder`s: for what
 * readers wait for, since building a query takes Drizzle longer than it takes the database to answer it. */
export function builtOnce<Query>(build: (db: Database) => Query): () => Query {
  let built: { db: Database; query: Query } | undefined;
  return () => {
    const db = database();
    if (built?.db !== db) built = { db, query: build(db) };
    return built.query;
  };
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
