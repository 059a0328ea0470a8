"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { sourceKindNames } from "@/domain/quotes";
import { sourceLimits } from "@/domain/source-rules";
import { fieldClasses } from "../desk/field";
import type { ChosenSource } from "./quote-draft";
import { namedAs, SpeakerChoices, sourceLine, useFoundSources, useQuickLeave } from "./speaker-choices";

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

/** Finds the speaker in the source library while somebody types: arrows move, Enter chooses, Escape closes the list. */
export function SpeakerField(props: Props) {
  const { text, chosen, newSourceHint, error, input } = props;
  const id = useId();
  const list = useSpeakerList(props);
  const { shown, active, found, pending, typed } = list;
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
        onChange={(event) => list.type(event.target.value)}
        onFocus={list.open}
        onBlur={list.leave}
        onKeyDown={list.press}
        className={fieldClasses}
      />
      <p id={`${id}-hint`} className="m-0 mt-1 text-[12.5px] leading-normal text-ink-3">
        {newSourceHint ?? hintFor(chosen, list)}
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
      <SpeakerChoices {...{ id, shown, found, typed, pending, active }} onPick={list.choose} />
    </div>
  );
}

/** Who the words will stand under, said before they are saved. */
function hintFor(
  chosen: ChosenSource | null,
  { typed, found, failed, pending }: Pick<SpeakerList, "typed" | "found" | "failed" | "pending">,
): string {
  if (failed) return failed;
  if (chosen) return sourceLine(chosen) || sourceKindNames[chosen.kind];
  if (!typed) return "Who said it.";
  if (pending) return "Looking in the source library …";
  const same = namedAs(found, typed).length;
  if (same > 1) return "Several in the library have this name: choose one from the list.";
  return same === 1
    ? "In the library under this name: saving the quote takes that source."
    : "Not in the library under this name: saving the quote makes a new source of it.";
}

type SpeakerList = ReturnType<typeof useSpeakerList>;

/** The list below the field: what it holds, whether it is open, which entry is pointed at. */
function useSpeakerList({ text, chosen, newSourceHint, onType, onChoose, onNew }: Props) {
  const looking = chosen === null && newSourceHint === null;
  const { found, pending, failed } = useFoundSources(text, looking);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const typed = text.trim();
  const count = found.length + (typed ? 1 : 0);
  const shown = open && looking && count > 0;
  const active = Math.min(at, Math.max(count - 1, 0));
  const setLeaving = useQuickLeave(
    { looking, found, pending, failed, typed },
    { choose: onChoose, make: onNew, offer: () => setOpen(true) },
  );

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
      if (pending) setLeaving("by Enter");
      else if (shown) choose(active);
    } else if (event.key === "Escape" && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  const type = (words: string) => {
    onType(words);
    setOpen(true);
    setAt(0);
    setLeaving(null);
  };
  const leave = () => {
    setOpen(false);
    if (typed && looking) setLeaving("by Tab");
  };
  return {
    shown,
    active,
    found,
    pending,
    failed,
    typed,
    choose,
    press,
    type,
    leave,
    open: () => {
      setOpen(true);
      // Whoever has come back decides for themselves.
      setLeaving(null);
    },
  };
}
