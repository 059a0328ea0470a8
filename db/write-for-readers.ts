import { eq } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import { addressesOfReplies } from "@/domain/publication/addresses";
import type { PublicDocument } from "@/domain/publication/document";
import { cardQuoteIn } from "@/domain/publication/publication";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import type { Transaction } from "./client";
import { purge } from "./purge";
import { publications } from "./schema/publications";
import { quotes } from "./schema/sources";
import { quoteIdsIn } from "./stories/records";
import { changeStory } from "./write-story";

/** What an editor decides about a story beside its text: whether the appeal for support stands with it, whether
 * readers may reply, and which quotation stands on its card in place of the headline. A live copy is changed with it at once; no approval lapses, for not a word is another. */
export function setForReaders(
  actor: Actor,
  id: string,
  given: {
    readonly withoutAppeal: boolean;
    readonly withoutReplies: boolean;
    readonly cardQuoteId: string | null;
  },
): Promise<Result<{ readonly purge: number | null }, Refusal>> {
  return changeStory(actor, { id }, async (story, tx) => {
    if (!isEditor(actor)) return refuse("editors_only" as const);
    const { withoutAppeal, withoutReplies, cardQuoteId } = given;
    if (cardQuoteId && !quoteIdsIn(story.words.body).includes(cardQuoteId))
      return refuse("not_found" as const);
    const [copy] = await tx
      .select({ document: publications.document, address: publications.address })
      .from(publications)
      .where(eq(publications.storyId, id))
      .for("update");
    if (copy) {
      const { withoutAppeal: _appeal, withoutReplies: _replies, cardQuote: _quote, ...rest } = copy.document;
      const document: PublicDocument = {
        ...rest,
        ...(withoutAppeal ? { withoutAppeal } : {}),
        ...(withoutReplies ? { withoutReplies } : {}),
        ...cardQuoteIn(rest.notes, await publicRefOf(tx, cardQuoteId)),
      };
      await tx.update(publications).set({ document }).where(eq(publications.storyId, id));
    }
    const note = [
      withoutAppeal ? "no appeal" : "appeal",
      withoutReplies ? "no replies" : "replies",
      cardQuoteId ? "a quotation on its card" : "its headline on its card",
    ].join(", ");
    return ok({
      set: { withoutAppeal, withoutReplies, cardQuoteId },
      event: { kind: "for_readers", note },
      value: { purge: copy ? await purge(tx, addressesOfReplies(copy.address)) : null },
    });
  });
}

async function publicRefOf(tx: Transaction, quoteId: string | null): Promise<string | null> {
  if (!quoteId) return null;
  const [row] = await tx.select({ ref: quotes.publicRef }).from(quotes).where(eq(quotes.id, quoteId));
  return row?.ref ?? null;
}
