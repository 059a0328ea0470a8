import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { describe, expect, inject, it } from "vitest";
import { appendOnly, migrate } from "./migrate";
import { useOwnDatabase } from "./testing/database";

useOwnDatabase();

/** A column to try to change: an identity is refused before rights are asked about. */
async function columnOf(sql: postgres.Sql, table: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_identity = 'NO' limit 1`;
  return row?.name ?? "id";
}

/** Answers the SQLSTATE with which a statement was refused, or what came of it. */
const tried = (sql: postgres.Sql, statement: string) =>
  sql.unsafe(statement).then(
    () => "done",
    (error: unknown) => (error instanceof postgres.PostgresError ? error.code : "no database"),
  );

describe("what may only be added to", () => {
  it("is out of reach of the app's own role, also on a database that the newsroom brings itself", async () => {
    const name = `verbatim_role_${randomBytes(4).toString("hex")}`;
    const password = randomBytes(8).toString("hex");
    const ownerUrl = process.env.DATABASE_URL ?? "";
    const admin = postgres(inject("adminUrl"), { max: 1, onnotice: () => {} });
    await admin.unsafe(`create role ${name} login password '${password}'`);
    await migrate(ownerUrl, name);
    const url = new URL(ownerUrl);
    url.username = name;
    url.password = password;
    const app = postgres(url.href, { max: 1, onnotice: () => {} });
    const outcome: string[] = [];
    for (const table of appendOnly) {
      for (const statement of [
        `update ${table} set ${await columnOf(app, table)} = default`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `alter table ${table} disable trigger all`,
        `drop table ${table} cascade`,
      ])
        outcome.push(`${statement}: ${await tried(app, statement)}`);
      // It may look, and it may add; that it may not is what would be noticed last.
      outcome.push(`select from ${table}: ${await tried(app, `select 1 from ${table} limit 1`)}`);
    }
    for (const statement of ["delete from corrections", "truncate corrections cascade"])
      outcome.push(`${statement}: ${await tried(app, statement)}`);
    expect(outcome.filter((line) => !line.startsWith("select") && !line.endsWith(": 42501"))).toEqual([]);
    expect(outcome.filter((line) => line.startsWith("select") && !line.endsWith(": done"))).toEqual([]);
    await app.end();
    await admin.unsafe(`reassign owned by ${name} to current_user`);
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await owner.unsafe(`drop owned by ${name}`);
    await owner.end();
    await admin.unsafe(`drop role ${name}`);
    await admin.end();
  });

  it("stays as it is even when one role owns everything, unless it takes the triggers away", async () => {
    const owner = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
    const outcome: string[] = [];
    for (const table of [...appendOnly, "corrections"]) {
      for (const statement of [`delete from ${table}`, `truncate ${table} cascade`])
        outcome.push(`${statement}: ${await tried(owner, statement)}`);
    }
    await owner.end();
    expect(outcome.filter((line) => !line.endsWith(": 23001"))).toEqual([]);
  });
});
