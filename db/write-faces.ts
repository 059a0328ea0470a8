import { eq } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction } from "./client";
import { purge } from "./purge";
import { deskEvents, users } from "./schema/people";
import { authorFaces } from "./schema/publications";

/** `former` is the name of the picture that nobody is to be shown any more. */
export type FaceChange = { readonly former: string | null; readonly purged: number };

/** Puts one's own picture beside one's bylines, in place of any before; null takes it away. Its file lies in place already. */
export async function setFace(actor: Actor, name: string | null): Promise<Result<FaceChange, Refusal>> {
  return inTransaction(async (tx) => {
    const [person] = await tx
      .select({ slug: users.slug })
      .from(users)
      .where(eq(users.id, actor.id))
      .for("update");
    if (!person) return refuse("not_found" as const);
    const [former] = await tx
      .delete(authorFaces)
      .where(eq(authorFaces.slug, person.slug))
      .returning({ name: authorFaces.name });
    if (name) await tx.insert(authorFaces).values({ slug: person.slug, name });
    const kind = name ? "face_set" : "face_taken_away";
    await tx.insert(deskEvents).values({ actorId: actor.id, kind, subject: actor.id });
    // It stands beside everything the author wrote.
    return ok({ former: former?.name ?? null, purged: await purge(tx, ["*"]) });
  });
}
