import { eq } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import { addressesOfReplies } from "@/domain/publication/addresses";
import type { PublicDocument } from "@/domain/publication/document";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { purge } from "./purge";
import { publications } from "./schema/publications";
import { changeStory } from "./write-story";

/** What an editor decides about a story beside its text: whether the appeal for support stands with it, and whether
 * readers may reply. A live copy is changed with it at once; no approval lapses, for not a word is another. */
export function setForReaders(
  actor: Actor,
  id: string,
  given: { readonly withoutAppeal: boolean; readonly withoutReplies: boolean },
): Promise<Result<{ readonly purge: number | null }, Refusal>> {
  return changeStory(actor, { id }, async (_story, tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const { withoutAppeal, withoutReplies } = given;
    const [copy] = await tx
      .select({ document: publications.document, address: publications.address })
      .from(publications)
      .where(eq(publications.storyId, id))
      .for("update");
    if (copy) {
      const { withoutAppeal: _appeal, withoutReplies: _replies, ...rest } = copy.document;
      const document: PublicDocument = {
        ...rest,
        ...(withoutAppeal ? { withoutAppeal } : {}),
        ...(withoutReplies ? { withoutReplies } : {}),
      };
      await tx.update(publications).set({ document }).where(eq(publications.storyId, id));
    }
    const note = `${withoutAppeal ? "no appeal" : "appeal"}, ${withoutReplies ? "no replies" : "replies"}`;
    return ok({
      set: { withoutAppeal, withoutReplies },
      event: { kind: "for_readers", note },
      value: { purge: copy ? await purge(tx, addressesOfReplies(copy.address)) : null },
    });
  });
}
