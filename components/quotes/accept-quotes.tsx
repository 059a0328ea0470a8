"use client";

import { type FormEvent, useState } from "react";
import { v7 as newId } from "uuid";
import { saveQuote } from "@/app/actions/quotes";
import { Button } from "@/components/desk/button";
import { DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { QuoteRecord } from "@/domain/quote-record";
import { OccasionFields } from "./occasion-fields";
import {
  bareWords,
  type ChosenSource,
  type DraftProblems,
  entryOf,
  firstDraft,
  freshSource,
  problemsIn,
  type QuoteDraft,
} from "./quote-draft";
import { sourceLine } from "./speaker-choices";
import { useKnownOf, useSuggested } from "./use-known-source";

/** A speaker whom a person has confirmed on this page, and the occasion that their words are put under. */
export type Settled = { readonly draft: QuoteDraft };

/** Puts words down as a quote of a settled speaker. The ids of a new source and a new occasion are in the draft, so the
 * second quotation finds what the first one made. */
export const entryFor = (settled: Settled, words: string, storyId: string) =>
  entryOf({ ...settled.draft, id: newId(), verbatim: bareWords(words) }, storyId);

type Props = {
  /** Whom the text names. */
  speaker: string;
  quotations: readonly { readonly text: string }[];
  storyId: string;
  language: string;
  /** Each one as it is on record, in the order of the quotations; the last one brings what was settled. */
  onAccepted: (at: number, record: QuoteRecord) => void;
  onDone: (settled: Settled) => void;
  onBack: () => void;
};

/** Confirms one speaker for one or many quotations at once: who it is in the library, and the occasion that they share. */
export function AcceptQuotes(props: Props) {
  const { speaker, quotations, storyId, language, onAccepted, onDone, onBack } = props;
  const [draft, setDraft] = useState<QuoteDraft>(() => ({
    ...firstDraft({ verbatim: quotations[0]?.text ?? "", language }),
    fresh: freshSource(speaker),
    pieces: [],
  }));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [done, setDone] = useState(0);
  const { run, pending, error } = useCommand(saveQuote);
  const known = useKnownOf(draft.speaker?.id ?? null);
  useSuggested(speaker, (found: ChosenSource) =>
    setDraft((before) => ({ ...before, speaker: found, fresh: null })),
  );

  const accept = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsIn(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    for (let at = done; at < quotations.length; at += 1) {
      const saved = await run(entryFor({ draft }, quotations[at]?.text ?? "", storyId));
      // What is accepted stays accepted; another press goes on with the rest.
      if (!saved) return;
      onAccepted(at, saved.value);
      setDone(at + 1);
    }
    onDone({ draft });
  };

  const count = quotations.length - done;
  return (
    <form noValidate onSubmit={accept}>
      <p className="m-0 mb-3 text-[14px]">
        <bdi className="font-semibold">{draft.speaker?.name ?? speaker}</bdi>{" "}
        <span className="text-ink-3">
          {draft.speaker
            ? ["in the library", sourceLine(draft.speaker)].filter(Boolean).join(" · ")
            : "not in the library yet: comes in as a new person"}
        </span>
      </p>
      <ul className="m-0 mb-4 max-h-40 list-none overflow-auto border-y border-rule p-0">
        {quotations.slice(done).map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in the order of the text
          <li key={at} dir="auto" className="py-1.5 font-head text-[16px] italic [overflow-wrap:anywhere]">
            {each.text}
          </li>
        ))}
      </ul>
      <OccasionFields
        draft={draft}
        offered={known.occasions}
        problems={problems}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      {error ? <Notice>{error}</Notice> : null}
      <DialogFoot>
        <Button look="quiet" onClick={onBack}>
          Back
        </Button>
        <Button look="strong" type="submit" pending={pending} pendingLabel="Putting down …">
          {count === 1 ? "Accept" : `Accept all ${count}`}
        </Button>
      </DialogFoot>
    </form>
  );
}
