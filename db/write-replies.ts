import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { ReplyState } from "@/domain/moderation";
import { type Actor, isEditor } from "@/domain/people";
import { addressesOfReplies } from "@/domain/publication/addresses";
import type { Refusal } from "@/domain/refusal";
import { replyLimits } from "@/domain/reply";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction, type Transaction } from "./client";
import { purge } from "./purge";
import { hashedEmail } from "./readers/attempts";
import { deskEvents } from "./schema/people";
import { publications, replies } from "./schema/publications";
import { replyBans } from "./schema/readers";

/** `purge` is null where readers see nothing different. */
type Moderated = { readonly moved: readonly string[]; readonly purge: number | null };

/** Shows, refuses or holds readers' replies, in one step. `from` is the state the editor saw: one that another has
 * decided meanwhile stays as it is, and is not among the moved. Answers "already_there" when that is true of all. */
export function decideReplies(
  actor: Actor,
  decision: { readonly ids: readonly string[]; readonly from: ReplyState; readonly to: ReplyState },
): Promise<Result<Moderated, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const there = await tx
      .select({ id: replies.id, state: replies.state })
      .from(replies)
      .where(inArray(replies.id, [...decision.ids]))
      .orderBy(replies.id)
      .for("update");
    if (there.length === 0) return refuse("not_found" as const);
    if (there.every((reply) => reply.state === decision.to)) return ok({ moved: ids(there), purge: null });
    const moved = ids(there.filter((reply) => reply.state === decision.from));
    if (moved.length === 0) return refuse("already_there" as const);
    return ok({ moved, purge: await move(tx, actor, moved, decision) });
  });
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);

async function move(
  tx: Transaction,
  actor: Actor,
  moved: readonly string[],
  { from, to }: { readonly from: ReplyState; readonly to: ReplyState },
): Promise<number | null> {
  await tx
    .update(replies)
    .set({ state: to, decidedAt: to === "held" ? null : sql`now()` })
    .where(inArray(replies.id, [...moved]));
  await tx
    .insert(deskEvents)
    .values(
      moved.map((id) => ({ actorId: actor.id, kind: `reply_${to}`, subject: id, note: `from ${from}` })),
    );
  return from === "shown" || to === "shown" ? purgeStoriesOf(tx, moved) : null;
}

async function purgeStoriesOf(tx: Transaction, replyIds: readonly string[]): Promise<number | null> {
  const found = await tx
    .selectDistinct({ address: publications.address })
    .from(replies)
    .innerJoin(publications, eq(publications.storyId, replies.storyId))
    .where(inArray(replies.id, [...replyIds]));
  const addresses = found.flatMap((story) => addressesOfReplies(story.address));
  return addresses.length > 0 ? purge(tx, addresses) : null;
}

/** An editor answers under a reply, with their name and the paper's mark. An answer to an answer stands in the same
 * thread. A reply that waits is shown with the answer to it. */
export function answerReply(
  actor: Actor,
  given: { readonly id: string; readonly text: string },
): Promise<Result<{ readonly id: string; readonly purge: number | null }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const text = given.text.trim();
    if (!text) return refuse("note_needed" as const);
    if (text.length > replyLimits.text) return refuse("too_long" as const);
    const [reply] = await tx.select().from(replies).where(eq(replies.id, given.id)).for("update");
    if (!reply) return refuse("not_found" as const);
    if (reply.state === "refused") return refuse("wrong_stage" as const);
    if (reply.state === "held") await move(tx, actor, [reply.id], { from: "held", to: "shown" });
    const [answer] = await tx
      .insert(replies)
      .values({
        storyId: reply.storyId,
        parentId: reply.parentId ?? reply.id,
        name: actor.name,
        email: "",
        text,
        byStaff: true,
        state: "shown",
        decidedAt: sql`now()`,
      })
      .returning({ id: replies.id });
    if (!answer) throw new Error("the answer was not kept");
    await tx
      .insert(deskEvents)
      .values({ actorId: actor.id, kind: "reply_answered", subject: answer.id, note: reply.id });
    return ok({ id: answer.id, purge: await purgeStoriesOf(tx, [answer.id]) });
  });
}

/** Refuses whatever else comes from the sender of a reply, by email and, for 30 days, by machine; and what waits from
 * them now. Answers what an undo needs. */
export function banSender(
  actor: Actor,
  replyId: string,
): Promise<Result<{ readonly bans: readonly string[]; readonly refused: readonly string[] }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const [reply] = await tx.select().from(replies).where(eq(replies.id, replyId)).for("update");
    if (!reply) return refuse("not_found" as const);
    if (reply.byStaff) return refuse("not_yours" as const);
    const { email, name, senderHash } = reply;
    const until = sql`now() + interval '30 days'`;
    const bans = await tx
      .insert(replyBans)
      .values([
        { kind: "email" as const, key: hashedEmail(email), shown: email, until: null },
        ...(senderHash ? [{ kind: "machine" as const, key: senderHash, shown: name, until }] : []),
      ])
      .onConflictDoNothing({ target: [replyBans.kind, replyBans.key] })
      .returning({ id: replyBans.id });
    const waiting = await tx
      .update(replies)
      .set({ state: "refused", decidedAt: sql`now()` })
      .where(
        and(
          eq(replies.state, "held"),
          ne(replies.email, ""),
          or(eq(replies.email, email), senderHash ? eq(replies.senderHash, senderHash) : undefined),
        ),
      )
      .returning({ id: replies.id });
    const note = `${waiting.length} that waited refused`;
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "sender_banned", subject: replyId, note });
    return ok({ bans: ids(bans), refused: ids(waiting) });
  });
}

/** Lets banned senders write again, and puts the replies that the ban refused back among those that wait. */
export function liftBans(
  actor: Actor,
  given: { readonly bans: readonly string[]; readonly refused: readonly string[] },
): Promise<Result<{ readonly lifted: number }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const lifted =
      given.bans.length === 0
        ? []
        : await tx
            .delete(replyBans)
            .where(inArray(replyBans.id, [...given.bans]))
            .returning({ id: replyBans.id });
    if (given.refused.length > 0) {
      await tx
        .update(replies)
        .set({ state: "held", decidedAt: null })
        .where(and(inArray(replies.id, [...given.refused]), eq(replies.state, "refused")));
    }
    if (lifted.length === 0 && given.refused.length === 0) return refuse("not_found" as const);
    const note = `${given.refused.length} put back`;
    const subject = lifted[0]?.id ?? given.refused[0] ?? "";
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "ban_lifted", subject, note });
    return ok({ lifted: lifted.length });
  });
}
