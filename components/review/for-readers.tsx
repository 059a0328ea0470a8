"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { setForReaders } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { CheckField, SelectField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { quoted } from "@/domain/publication/quoted";
import { shortened } from "@/domain/shortened";

export type ReadersShown = {
  readonly withoutAppeal: boolean;
  readonly withoutReplies: boolean;
  /** What stands on its card, where links to it are shown; null for the headline. */
  readonly cardQuoteId: string | null;
  readonly reads: { readonly total: number; readonly today: number } | null;
};

/** What stands around the story for readers, and how often they read it. Editors change it; it takes hold at once. */
export function ForReaders({
  storyId,
  mayChange,
  withoutAppeal,
  withoutReplies,
  cardQuoteId,
  cardQuotes,
  reads,
}: ReadersShown & {
  storyId: string;
  mayChange: boolean;
  /** The quotations that may stand on the card. */
  cardQuotes: readonly { readonly quoteId: string; readonly words: string; readonly speaker: string }[];
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [given, setGiven] = useState({ withoutAppeal, withoutReplies, cardQuoteId });
  const { run, pending, error } = useCommand(setForReaders);
  const change = async (part: Partial<typeof given>) => {
    const wanted = { ...given, ...part };
    if (!(await run({ id: storyId, ...wanted }))) return;
    setGiven(wanted);
    announce("Set. Readers of a live story see it now.");
    router.refresh();
  };
  return (
    <div className="px-4.5 pb-2">
      {reads ? (
        <p className="m-0 mb-3">
          <b className="tabular-nums">{reads.total.toLocaleString("en-GB")}</b>{" "}
          {reads.total === 1 ? "read" : "reads"}, {reads.today.toLocaleString("en-GB")} today
        </p>
      ) : null}
      <CheckField
        label="Without the appeal for support"
        checked={given.withoutAppeal}
        disabled={!mayChange || pending}
        onChange={(event) => void change({ withoutAppeal: event.target.checked })}
      />
      <CheckField
        label="Takes no replies"
        checked={given.withoutReplies}
        disabled={!mayChange || pending}
        onChange={(event) => void change({ withoutReplies: event.target.checked })}
      />
      {cardQuotes.length > 0 ? (
        <SelectField
          label="Picture beside shared links"
          hint="Other sites show it: the headline, or the words of somebody named."
          value={
            cardQuotes.some(({ quoteId }) => quoteId === given.cardQuoteId) ? (given.cardQuoteId ?? "") : ""
          }
          disabled={!mayChange || pending}
          onChange={(event) => void change({ cardQuoteId: event.target.value || null })}
        >
          <option value="">The headline</option>
          {cardQuotes.map((quote) => (
            <option key={quote.quoteId} value={quote.quoteId}>
              {`${quote.speaker}: ${shortened(quoted(quote.words), 60)}`}
            </option>
          ))}
        </SelectField>
      ) : null}
      {error ? <Notice>{error}</Notice> : null}
    </div>
  );
}
