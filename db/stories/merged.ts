import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Reader, Transaction } from "@/db/client";
import { sources } from "@/db/schema/sources";

/** The source of that id, or the one that it was merged into since a form was opened; null where there is none. Held
 * until the transaction ends, so that nobody merges it meanwhile. */
export async function sourceNow(tx: Transaction, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: sources.id, mergedInto: sources.mergedInto })
    .from(sources)
    .where(eq(sources.id, id))
    .for("key share");
  if (!row) return null;
  return row.mergedInto ? sourceNow(tx, row.mergedInto) : row.id;
}

/** Each of these sources and every record that was merged into it, in however many steps: the id of the record, and the
 * source that stands for it. What was put down about a record stays with it, since some of it is append-only, and is
 * read under the source: so a merge carries it along, and parting the two gives it back. */
export async function standingFor(
  reader: Reader,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const stands = new Map(sourceIds.map((id) => [id, id]));
  let found = [...stands.keys()];
  while (found.length > 0) {
    const merged = await reader
      .select({ id: sources.id, into: sql<string>`${sources.mergedInto}` })
      .from(sources)
      .where(and(isNotNull(sources.mergedInto), inArray(sources.mergedInto, found)));
    for (const { id, into } of merged) stands.set(id, stands.get(into) ?? into);
    found = merged.map((each) => each.id);
  }
  return stands;
}
