import { randomInt } from "node:crypto";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { formerSpeakers, quoteAddresses } from "@/db/schema/publications";
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
  for (const source of waiting) await giveSourceAddress(tx, source);
}

/** Gives a named source the address of its page: one that no speaker has or had. */
export async function giveSourceAddress(
  tx: Transaction,
  source: { readonly id: string; readonly name: string },
): Promise<string> {
  const slug = await freeSlug(tx, slugOf(source.name) || source.id);
  await tx.update(sources).set({ slug }).where(eq(sources.id, source.id));
  return slug;
}

async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    const [taken] = await tx.select({ id: sources.id }).from(sources).where(eq(sources.slug, slug));
    const [former] = await tx
      .select({ slug: formerSpeakers.slug })
      .from(formerSpeakers)
      .where(eq(formerSpeakers.slug, slug));
    if (!taken && !former) return slug;
  }
}

/** No vowels, so that chance spells no word; nothing that is read for something else. */
const letters = "23456789bcdfghjkmnpqrstvwxz";

/** Gives every quote of a named source its own address for readers, /quote/{ref}. Random, so that it tells nothing:
 * neither of the desk's own id, nor of when it was put down. 27^12 is more than 10^17. */
export async function giveQuotesAddresses(tx: Transaction, quoteIds: readonly string[]): Promise<void> {
  if (quoteIds.length === 0) return;
  const waiting = await tx
    .select({ id: quotes.id })
    .from(quotes)
    .innerJoin(sources, eq(sources.id, quotes.sourceId))
    .where(and(inArray(quotes.id, [...quoteIds]), isNull(quotes.publicRef), eq(sources.unnamed, false)));
  for (const { id } of waiting) {
    const publicRef = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
    await tx.update(quotes).set({ publicRef }).where(eq(quotes.id, id));
  }
}

/** Remembers addresses that readers were given, for good. */
export async function keepQuoteAddresses(tx: Transaction, refs: readonly string[]): Promise<void> {
  if (refs.length > 0)
    await tx
      .insert(quoteAddresses)
      .values(refs.map((ref) => ({ ref })))
      .onConflictDoNothing();
}
