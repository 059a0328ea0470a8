"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { type Command, useCommand } from "@/components/desk/use-command";
import type { Refusal } from "@/domain/refusal";

/** What the forms of the settings share: the revision they are based on, which each save moves on. */
export type Shared = { readonly revision: number; readonly moveOn: (revision: number) => void };

type Saving<Draft> = Command<
  Draft & { base: number },
  { readonly revision: number; readonly confirmed: boolean },
  Refusal
>;

export const stale =
  "Another admin has changed the settings since you opened this page. Nothing of yours was saved. Copy what you typed, reload, and change it again.";

/** What is said of a save, which every server had confirmed or not. */
export const savedWords = (confirmed: boolean): string =>
  confirmed ? "Saved. Readers see it now." : "Saved. Readers see it within seconds.";

/** One form of the settings with a draft of its own: saved by itself, and what was typed stays when it is refused.
 * `isForReaders`: they see what comes of it. */
export function usePart<Draft extends object>(
  first: Draft,
  command: Saving<Draft>,
  shared: Shared,
  { isForReaders = true }: { readonly isForReaders?: boolean } = {},
) {
  const announce = useAnnounce();
  const [saved, setSaved] = useState(first);
  const [draft, setDraft] = useState(first);
  const { run, pending, error, refusal } = useCommand(command);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await run({ ...draft, base: shared.revision });
    if (!answer) return;
    shared.moveOn(answer.value.revision);
    setSaved(draft);
    announce(isForReaders ? savedWords(answer.value.confirmed) : "Saved.");
  };
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })),
    changed: JSON.stringify(draft) !== JSON.stringify(saved),
    save,
    pending,
    words: refusal === "stale_revision" ? stale : error,
  };
}

type PartProps = {
  title: string;
  lead: string;
  part: {
    save: (event: FormEvent) => Promise<void>;
    pending: boolean;
    changed: boolean;
    words: string | null;
  };
  children: ReactNode;
};

/** The frame of one form: its title, what it is about, its fields, its button. */
export function Part({ title, lead, part, children }: PartProps) {
  const heading = useId();
  return (
    <form
      aria-labelledby={heading}
      onSubmit={(event) => void part.save(event)}
      className="rounded-lg border border-rule bg-surface p-5"
    >
      <h2 id={heading} className="m-0 font-head text-[20px] font-medium">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 text-[13.5px] leading-normal text-ink-3">{lead}</p>
      {children}
      {part.words ? <Notice>{part.words}</Notice> : null}
      <Button
        type="submit"
        look="strong"
        aria-label={`Save ${title.toLowerCase()}`}
        pending={part.pending}
        pendingLabel="Saving …"
        refusedBecause={part.changed ? undefined : "Nothing has been changed."}
      >
        Save
      </Button>
    </form>
  );
}
