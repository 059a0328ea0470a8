import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { builtOnce, closeDatabase, database, inTransaction, type Reader } from "./client";
import { sections } from "./schema/paper";
import { useOwnDatabase } from "./testing/database";

useOwnDatabase();

const named = (reader: Reader, slug: string) =>
  reader.select({ slug: sections.slug }).from(sections).where(eq(sections.slug, slug));

/** The texts of what is prepared on the connection of `reader`, and how often each was asked. */
async function prepared(reader: Reader): Promise<{ text: string; asked: number }[]> {
  const rows = await reader.execute<{ text: string; asked: number }>(
    sql`select statement as text, (custom_plans + generic_plans)::int as asked from pg_prepared_statements`,
  );
  return [...rows];
}

describe("a statement", () => {
  it("is prepared once on a connection and asked again, with a plan for the very values", async () => {
    await inTransaction(async (tx) => {
      for (const slug of ["harbour", "world", "sport"]) await named(tx, slug);
      await tx.transaction((deeper) => named(deeper, "opinion"));
      const { sql: text } = named(tx, "").toSQL();
      expect((await prepared(tx)).filter((each) => each.text === text)).toEqual([{ text, asked: 4 }]);
      const [mode] = await tx.execute(sql`show plan_cache_mode`);
      expect(mode).toEqual({ plan_cache_mode: "force_custom_plan" });
    });
  });

  it("that writes many rows is not kept prepared", async () => {
    await inTransaction(async (tx) => {
      const slugs = Array.from({ length: 400 }, (_, at) => `section-${at}`);
      await tx.select({ slug: sections.slug }).from(sections).where(sql`${sections.slug} in ${slugs}`);
      expect((await prepared(tx)).filter((each) => each.text.length > 4_000)).toEqual([]);
    });
  });

  it("that is built once is built anew for another pool", async () => {
    let times = 0;
    const asked = builtOnce((db) => {
      times += 1;
      return named(db, "harbour").prepare("named");
    });
    expect([await asked().execute(), await asked().execute(), times]).toEqual([[], [], 1]);
    await closeDatabase();
    expect([await asked().execute(), times]).toEqual([[], 2]);
    expect(database()).toBeDefined();
  });
});
