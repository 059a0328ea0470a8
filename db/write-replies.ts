import { eq, sql } from "drizzle-orm";
import type { ReplyState } from "@/domain/moderation";
import { type Actor, isEditor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction } from "./client";
import { purge } from "./purge";
import { deskEvents } from "./schema/people";
import { publications, replies } from "./schema/publications";

/** Shows, refuses or holds a reader's reply. `from` is the state the editor saw: when another has decided meanwhile the
 * answer is "already_there" and nothing changes. `purge` is null where readers see nothing different. */
export function decideReply(
  actor: Actor,
  decision: { readonly id: string; readonly from: ReplyState; readonly to: ReplyState },
): Promise<Result<{ state: ReplyState; purge: number | null }, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const [reply] = await tx
      .select({ state: replies.state, storyId: replies.storyId })
      .from(replies)
      .where(eq(replies.id, decision.id))
      .for("update");
    if (!reply) return refuse("not_found" as const);
    if (reply.state === decision.to) return ok({ state: decision.to, purge: null });
    if (reply.state !== decision.from) return refuse("already_there" as const);
    await tx
      .update(replies)
      .set({ state: decision.to, decidedAt: decision.to === "held" ? null : sql`now()` })
      .where(eq(replies.id, decision.id));
    await tx.insert(deskEvents).values({
      actorId: actor.id,
      kind: `reply_${decision.to}`,
      subject: decision.id,
      note: `from ${reply.state}`,
    });
    const readersSeeIt = reply.state === "shown" || decision.to === "shown";
    if (!readersSeeIt) return ok({ state: decision.to, purge: null });
    const [story] = await tx
      .select({ address: publications.address })
      .from(publications)
      .where(eq(publications.storyId, reply.storyId));
    return ok({ state: decision.to, purge: story ? await purge(tx, [story.address]) : null });
  });
}
