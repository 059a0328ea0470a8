"use client";

import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import { findSources } from "@/app/actions/quotes";
import { troubleIn } from "@/domain/answer";
import { sourceKindNames } from "@/domain/quotes";
import { sourceLimits } from "@/domain/source-rules";
import { fieldClasses } from "../desk/field";
import type { ChosenSource } from "./quote-draft";

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
  /** What stands in the field. */
  text: string;
  chosen: ChosenSource | null;
  /** What belongs in the field while a new source is put down; null while one is looked for. */
  newSourceHint: string | null;
  error: string | undefined;
  input: RefObject<HTMLInputElement | null>;
  onType: (text: string) => void;
  onChoose: (source: ChosenSource) => void;
  /** Makes a new source of what was typed. */
  onNew: (name: string) => void;
};

/** Finds the speaker in the source library while somebody types: arrows move, Enter chooses, Escape closes the list.
 * The last entry makes a new source of the words typed. */
export function SpeakerField(props: Props) {
  const { text, chosen, newSourceHint, error, input, onType, onChoose, onNew } = props;
  const looking = chosen === null && newSourceHint === null;
  const id = useId();
  const { found, pending, failed } = useFoundSources(text, looking);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const typed = text.trim();
  const count = found.length + (typed ? 1 : 0);
  const shown = open && looking && count > 0;
  const active = Math.min(at, Math.max(count - 1, 0));

  const choose = (index: number) => {
    setOpen(false);
    setAt(0);
    const source = found[index];
    if (source) onChoose(source);
    else if (typed) onNew(typed);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setAt((active + (event.key === "ArrowDown" ? 1 : -1) + count) % count);
    } else if (event.key === "Enter") {
      // Enter in this field chooses; it never sends the form.
      event.preventDefault();
      if (shown) choose(active);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1 block text-[13px] font-semibold text-ink-2">
        Speaker
      </label>
      <input
        ref={input}
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={sourceLimits.name}
        placeholder="Name, role or organisation"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${active}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}
        value={text}
        onChange={(event) => {
          onType(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        className={fieldClasses}
      />
      <p id={`${id}-hint`} className="m-0 mt-1 text-[12.5px] leading-normal text-ink-3">
        {newSourceHint ?? hintFor(chosen, typed, failed)}
      </p>
      <p role="status" className="sr-only">
        {pending
          ? "Looking in the source library"
          : shown
            ? `${found.length} found in the source library`
            : ""}
      </p>
      {error ? (
        <p id={`${id}-error`} role="alert" className="m-0 mt-1 text-[13px] leading-normal text-broken">
          {error}
        </p>
      ) : null}
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
            onPick={() => choose(index)}
          />
        ))}
        {typed ? (
          <Choice
            id={`${id}-${found.length}`}
            active={active === found.length}
            name={`New source “${typed}”`}
            line={pending ? "Still looking in the library …" : "Not in the list? Put them into the library."}
            onPick={() => choose(found.length)}
          />
        ) : null}
      </div>
    </div>
  );
}

function hintFor(chosen: ChosenSource | null, typed: string, failed: string | null): string {
  if (failed) return failed;
  if (chosen) return sourceLine(chosen) || sourceKindNames[chosen.kind];
  return typed ? "Choose from the list, or make a new source of what you typed." : "Who said it.";
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

/** The library's answer to what is typed. An answer to earlier words never replaces a later one. */
function useFoundSources(text: string, wanted: boolean) {
  const [found, setFound] = useState<readonly ChosenSource[]>([]);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    setPending(true);
    const timer = setTimeout(async () => {
      const answer = await searched(text);
      if (stale) return;
      setPending(false);
      setFailed(answer.failed);
      if (answer.found) setFound(answer.found);
    }, 120);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, wanted]);
  return { found, pending, failed };
}

const unanswered =
  "The source library did not answer. What you typed is still here; go on typing to try again.";

async function searched(text: string): Promise<{ found?: readonly ChosenSource[]; failed: string | null }> {
  try {
    const answer = await findSources({ text });
    if (answer.data?.ok) return { found: answer.data.value, failed: null };
    return { failed: troubleIn(answer) ?? unanswered };
  } catch {
    return { failed: unanswered };
  }
}
