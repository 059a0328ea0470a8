import { and, eq, ne, sql } from "drizzle-orm";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { slugOf, takenWords } from "@/domain/slugs";
import { inTransaction, sqlState, type Transaction } from "./client";
import { purge } from "./purge";
import { formerHeadings, sections, topics } from "./schema/paper";
import { lockPaper } from "./settings/lock-paper";
import { logSettings } from "./settings/log-settings";
import { moveStoriesOfSection, renameTopicInStories } from "./settings/move-stories";

/** Sections and topics are changed in the same few ways; a section has a place in the order besides. */
export type Heading = "section" | "topic";
const tableOf = { section: sections, topic: topics } as const;

/** A change to the shape of the paper by an admin: the settings' row is held, so that two come one after the other. */
function changeShape(
  actor: Actor,
  change: (tx: Transaction) => Promise<Result<{ kind: string; subject: string; note: string }, Refusal>>,
): Promise<Result<{ purge: number }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    await lockPaper(tx);
    const changed = await change(tx);
    if (!changed.ok) return changed;
    await logSettings(tx, actor, changed.value.kind, changed.value.subject, changed.value.note);
    return ok({ purge: await purge(tx, ["*"]) });
  });
}

/** Adds a section or topic. Its address is made of its name, and is one that no other has or ever had. */
export function addHeading(actor: Actor, heading: Heading, name: string) {
  return changeShape(actor, async (tx) => {
    const slug = slugOf(name);
    const taken = await takenFrom(tx, heading, slug, null);
    if (taken) return refuse(taken);
    const [made] =
      heading === "section"
        ? await tx
            .insert(sections)
            .values({ slug, name, position: sql`(select coalesce(max(position), -1) + 1 from sections)` })
            .returning({ id: sections.id })
        : await tx.insert(topics).values({ slug, name }).returning({ id: topics.id });
    return ok({ kind: `${heading}_added`, subject: made?.id ?? "", note: name });
  });
}

/** Why a section or topic may not have an address: the site needs it, another has it, or once had it. */
async function takenFrom(
  tx: Transaction,
  heading: Heading,
  slug: string,
  id: string | null,
): Promise<Refusal | null> {
  const table = tableOf[heading];
  if (!slug || (heading === "section" && takenWords.has(slug))) return "address_taken";
  const [there] = await tx.select({ id: table.id }).from(table).where(eq(table.slug, slug));
  if (there && there.id !== id) return "already_there";
  const [former] = await tx
    .select({ sectionId: formerHeadings.sectionId, topicId: formerHeadings.topicId })
    .from(formerHeadings)
    .where(and(eq(formerHeadings.heading, heading), eq(formerHeadings.slug, slug)));
  return former && (former.sectionId ?? former.topicId) !== id ? "address_taken" : null;
}

/** Gives a section or topic another name and the address that goes with it. The old address leads to the new one for
 * ever, and so do those of the stories under it. */
export function renameHeading(actor: Actor, heading: Heading, id: string, name: string) {
  return changeShape(actor, async (tx) => {
    const table = tableOf[heading];
    const [before] = await tx
      .select({ name: table.name, slug: table.slug })
      .from(table)
      .where(eq(table.id, id))
      .for("update");
    if (!before) return refuse("not_found");
    const [other] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.name, name), ne(table.id, id)));
    if (other) return refuse("already_there");
    // A name that has no Latin reading keeps the address there is.
    const slug = slugOf(name) || before.slug;
    const taken = await takenFrom(tx, heading, slug, id);
    if (taken) return refuse(taken);
    await tx.update(table).set({ name, slug }).where(eq(table.id, id));
    await keepFormer(tx, heading, id, { from: before.slug, to: slug });
    const now = { slug, name };
    if (heading === "section") await moveStoriesOfSection(tx, id, before.slug, now);
    else await renameTopicInStories(tx, id, before.slug, now);
    return ok({ kind: `${heading}_renamed`, subject: id, note: `${before.name} → ${name}` });
  });
}

/** Keeps the address that it had. One that it takes back is its own again. */
async function keepFormer(
  tx: Transaction,
  heading: Heading,
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  if (from === to) return;
  await tx
    .delete(formerHeadings)
    .where(and(eq(formerHeadings.heading, heading), eq(formerHeadings.slug, to)));
  const of = heading === "section" ? { sectionId: id } : { topicId: id };
  await tx.insert(formerHeadings).values({ heading, slug: from, ...of });
}

/** Retires a section or topic: offered to no new story and in no list of sections, while what was published in it stays
 * to be read. Or takes it up again. */
export function retireHeading(actor: Actor, heading: Heading, id: string, retired: boolean) {
  return changeShape(actor, async (tx) => {
    const table = tableOf[heading];
    const [changed] = await tx
      .update(table)
      .set({ retiredAt: retired ? sql`coalesce(retired_at, now())` : null })
      .where(eq(table.id, id))
      .returning({ name: table.name });
    if (!changed) return refuse("not_found");
    const kind = retired ? `${heading}_retired` : `${heading}_taken_up`;
    return ok({ kind, subject: id, note: changed.name });
  });
}

/** Sets the language of a section's coming stories; empty is the paper's. Stories that are there keep theirs. */
export function setSectionLanguage(actor: Actor, id: string, language: string) {
  return changeShape(actor, async (tx) => {
    const [changed] = await tx
      .update(sections)
      .set({ language })
      .where(eq(sections.id, id))
      .returning({ name: sections.name });
    if (!changed) return refuse("not_found");
    return ok({
      kind: "section_language",
      subject: id,
      note: `${changed.name}: ${language || "the paper’s"}`,
    });
  });
}

/** Takes a section or topic away. One that a story or a publication belongs to stays: "still_in_use". */
export async function removeHeading(
  actor: Actor,
  heading: Heading,
  id: string,
): Promise<Result<{ purge: number }, Refusal>> {
  try {
    return await changeShape(actor, async (tx) => {
      const table = tableOf[heading];
      const [gone] = await tx.delete(table).where(eq(table.id, id)).returning({ name: table.name });
      if (!gone) return refuse("not_found");
      return ok({ kind: `${heading}_removed`, subject: id, note: gone.name });
    });
  } catch (error) {
    // The database knows best who still points at it.
    if (sqlState(error) === "23503") return refuse("still_in_use");
    throw error;
  }
}

/** Puts the sections in an order. All of them have to be named, so that a section added meanwhile is not lost sight of. */
export function orderSections(actor: Actor, ids: readonly string[]) {
  return changeShape(actor, async (tx) => {
    const there = await tx.select({ id: sections.id, name: sections.name }).from(sections).for("update");
    const isWhole = there.length === ids.length && there.every((section) => ids.includes(section.id));
    if (!isWhole) return refuse("stale_revision");
    for (const [position, id] of ids.entries()) {
      await tx.update(sections).set({ position }).where(eq(sections.id, id));
    }
    const name = (id: string) => there.find((section) => section.id === id)?.name ?? "";
    return ok({ kind: "sections_ordered", subject: "sections", note: ids.map(name).join(", ") });
  });
}
