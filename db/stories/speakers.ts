import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { quotes, sources } from "@/db/schema/sources";
import { slugOf } from "@/domain/slugs";

/** Gives every named source of these quotes that has none yet the address of its page, /said/{slug}. */
export async function giveSpeakersAddresses(tx: Transaction, quoteIds: readonly string[]): Promise<void> {
  if (quoteIds.length === 0) return;
  const waiting = await tx
    .selectDistinct({ id: sources.id, name: sources.name })
    .from(sources)
    .innerJoin(quotes, eq(quotes.sourceId, sources.id))
    .where(and(inArray(quotes.id, [...quoteIds]), isNull(sources.slug), eq(sources.unnamed, false)));
  for (const { id, name } of waiting) {
    await tx
      .update(sources)
      .set({ slug: await freeSlug(tx, slugOf(name) || id) })
      .where(eq(sources.id, id));
  }
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const [taken] = await tx.select({ id: sources.id }).from(sources).where(eq(sources.slug, slug));
    if (!taken) return slug;
  }
}
