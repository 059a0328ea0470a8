"use client";

import { useEffect, useState } from "react";
import { findSources } from "@/app/actions/quotes";
import { troubleIn } from "@/domain/answer";
import { sourceKindNames } from "@/domain/quotes";
import type { ChosenSource } from "./quote-draft";

export type FoundSource = ChosenSource & { readonly likeness: number };

/** "Mayor of Tidewater · Tidewater Council": what tells two people of one name apart. */
export const sourceLine = (source: ChosenSource): string =>
  [
    source.unnamed ? `unnamed${source.publicDescription ? `: ${source.publicDescription}` : ""}` : "",
    source.role,
    source.organisation,
    source.kind === "person" ? "" : sourceKindNames[source.kind],
  ]
    .filter(Boolean)
    .join(" · ");

type Props = {
  /** Of the list; the options' own ids are made of it. */
  id: string;
  shown: boolean;
  found: readonly FoundSource[];
  typed: string;
  pending: boolean;
  active: number;
  onPick: (index: number) => void;
};

/** What the source library has to offer for the words typed; the last entry makes a new source of them. */
export function SpeakerChoices({ id, shown, found, typed, pending, active, onPick }: Props) {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Source library"
      hidden={!shown}
      className="absolute inset-x-0 top-16 z-20 max-h-72 overflow-auto rounded-lg border border-rule bg-surface p-1 shadow-xl"
    >
      {found.map((source, index) => (
        <Choice
          key={source.id}
          id={`${id}-${index}`}
          active={index === active}
          name={source.name}
          line={sourceLine(source)}
          onPick={() => onPick(index)}
        />
      ))}
      {typed ? (
        <Choice
          id={`${id}-${found.length}`}
          active={active === found.length}
          name={`New source “${typed}”`}
          line={pending ? "Still looking in the library …" : "Not in the list? Put them into the library."}
          onPick={() => onPick(found.length)}
        />
      ) : null}
    </div>
  );
}

function Choice(props: { id: string; active: boolean; name: string; line: string; onPick: () => void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, as in every combobox
    // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at by aria-activedescendant, and never take the focus
    <div
      id={props.id}
      role="option"
      aria-selected={props.active}
      // The press must not take the focus off the field, which would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPick}
      className="cursor-pointer rounded-card px-3 py-2 text-[14px] hover:bg-sunken aria-selected:bg-info-soft"
    >
      <bdi className="font-semibold">{props.name}</bdi>
      {props.line ? <span className="block text-[12.5px] leading-snug text-ink-2">{props.line}</span> : null}
    </div>
  );
}

/** The library's answer to what is typed. An answer to earlier words never replaces a later one, and until the answer to
 * these very words is there, it is `pending`. */
export function useFoundSources(text: string, wanted: boolean) {
  const [answer, setAnswer] = useState<{
    to: string | null;
    found: readonly FoundSource[];
    failed: string | null;
  }>({ to: null, found: [], failed: null });
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const { found, failed } = await searched(text);
      if (!stale) setAnswer((before) => ({ to: text, found: found ?? before.found, failed }));
    }, 120);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, wanted]);
  return { found: answer.found, failed: answer.failed, pending: wanted && answer.to !== text };
}

const unanswered =
  "The source library did not answer. What you typed is still here; go on typing to try again.";

/** Asks the library once, whatever was answered before. */
export async function searched(
  text: string,
): Promise<{ found?: readonly FoundSource[]; failed: string | null }> {
  try {
    const answer = await findSources({ text });
    if (answer.data?.ok) return { found: answer.data.value, failed: null };
    return { failed: troubleIn(answer) ?? unanswered };
  } catch {
    return { failed: unanswered };
  }
}

/** Those of the library whose name is what was typed, but for capitals and spaces around it. */
export const namedAs = (found: readonly FoundSource[], typed: string): FoundSource[] => {
  const plain = (name: string) => name.trim().toLocaleLowerCase().replace(/\s+/gu, " ");
  return found.filter((source) => plain(source.name) === plain(typed));
};

/** Somebody quick leaves the field before the library has answered: then its answer decides, so that a name which is in
 * the library never makes a second source. Answers how to say that the field is being left, or typed in again. */
export function useQuickLeave(
  {
    looking,
    found,
    pending,
    failed,
    typed,
  }: {
    looking: boolean;
    found: readonly FoundSource[];
    pending: boolean;
    failed: string | null;
    typed: string;
  },
  then: {
    choose: (source: ChosenSource) => void;
    make: (name: string) => void;
    /** Several fit: the person has to choose. */
    offer: () => void;
  },
) {
  const [leaving, setLeaving] = useState<"by Enter" | "by Tab" | null>(null);
  useEffect(() => {
    if (leaving === null || pending || !looking) return;
    setLeaving(null);
    const same = found.filter((source) => source.likeness >= 1);
    if (same.length === 1 && same[0]) then.choose(same[0]);
    else if (found.length === 0 && typed && !failed) then.make(typed);
    else if (leaving === "by Enter") then.offer();
  }, [leaving, pending, looking, found, typed, failed, then]);
  return setLeaving;
}
