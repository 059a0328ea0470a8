import { and, eq, ne, sql } from "drizzle-orm";
import { isHost } from "@/domain/body/embeds";
import { isSafeLink } from "@/domain/body/links";
import { rules } from "@/domain/checks/checks";
import { differencesOf, type PaperPart, paperWith } from "@/domain/paper-settings";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { slugOf, takenWords } from "@/domain/slugs";
import { inTransaction, sqlState, type Transaction } from "./client";
import { purge } from "./purge";
import { sections, settings, topics } from "./schema/paper";
import { deskEvents } from "./schema/people";
import { lockPaper } from "./settings/lock-paper";

/** `purge` is to be confirmed before anybody is told that readers see the change. */
export type Changed = { readonly revision: number; readonly purge: number };

/** Changes one part of the paper's settings, based on the revision that the admin was looking at, and drops every ready
 * page, for the name and the language stand on all of them. */
export function changePaper(actor: Actor, base: number, part: PaperPart): Promise<Result<Changed, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    if ("appeal" in part && part.appeal && !isSafeLink(part.appeal.href))
      return refuse("unsafe_link" as const);
    if ("mastodonHosts" in part && !part.mastodonHosts.every(isHost)) return refuse("unsafe_link" as const);
    // Off the record and embargo can never be softened, nor what is simply missing.
    if ("house" in part && Object.keys(part.house.severity ?? {}).some(isNeverSoftened))
      return refuse("never_overridden" as const);
    const { paper, revision } = await lockPaper(tx);
    if (revision !== base) return refuse("stale_revision" as const);
    const after = paperWith(paper, part);
    const differences = differencesOf(paper, after);
    await tx
      .update(settings)
      .set({ paper: after, revision: revision + 1, updatedAt: sql`now()` })
      .where(eq(settings.one, 1));
    await log(tx, actor, "settings_changed", "settings", differences);
    return ok({ revision: revision + 1, purge: await purge(tx, ["*"]) });
  });
}

const isNeverSoftened = (check: string): boolean =>
  Object.entries(rules).some(([name, rule]) => name === check && rule.never);

const log = (tx: Transaction, actor: Actor, kind: string, subject: string, note: string) =>
  tx.insert(deskEvents).values({ actorId: actor.id, kind, subject, note });

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
    await log(tx, actor, changed.value.kind, changed.value.subject, changed.value.note);
    return ok({ purge: await purge(tx, ["*"]) });
  });
}

/** Adds a section or topic. Its address is made of its name once and then stays: links to it outlive a new name. */
export function addHeading(actor: Actor, heading: Heading, name: string) {
  return changeShape(actor, async (tx) => {
    const table = tableOf[heading];
    const slug = slugOf(name);
    if (!slug || (heading === "section" && takenWords.has(slug))) return refuse("address_taken");
    const [there] = await tx.select({ id: table.id }).from(table).where(eq(table.slug, slug));
    if (there) return refuse("already_there");
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

/** Gives a section or topic another name. Its address stays. */
export function renameHeading(actor: Actor, heading: Heading, id: string, name: string) {
  return changeShape(actor, async (tx) => {
    const table = tableOf[heading];
    const [before] = await tx.select({ name: table.name }).from(table).where(eq(table.id, id)).for("update");
    if (!before) return refuse("not_found");
    const [other] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.name, name), ne(table.id, id)));
    if (other) return refuse("already_there");
    await tx.update(table).set({ name }).where(eq(table.id, id));
    return ok({ kind: `${heading}_renamed`, subject: id, note: `${before.name} → ${name}` });
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
