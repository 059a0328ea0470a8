"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { TextArea } from "@/components/desk/field";
import { beingCalled, type Mentionable } from "@/domain/review/mentions";

type Props = {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  people: readonly Mentionable[];
  autoFocus?: boolean;
};

const mostOffered = 6;

/** A box for a comment. After an @ it offers the people who may be called; arrows choose, Enter puts the name in, and
 * Ctrl-Enter sends. */
export function CommentBox({ label, placeholder, value, onChange, people, autoFocus = false }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [calling, setCalling] = useState<{ at: number; typed: string } | null>(null);
  const [chosen, choose] = useState(0);
  const id = useId();
  const offered = calling
    ? people
        .filter(({ name }) => name.toLowerCase().includes(calling.typed.toLowerCase()))
        .slice(0, mostOffered)
    : [];
  const isOpen = offered.length > 0 && offered[0]?.name !== calling?.typed;

  const put = (person: Mentionable | undefined) => {
    if (!person || !calling) return;
    const end = calling.at + 1 + calling.typed.length;
    onChange(`${value.slice(0, calling.at)}@${person.name} ${value.slice(end).trimStart()}`);
    setCalling(null);
    const caret = calling.at + person.name.length + 2;
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(caret, caret);
    });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      choose((chosen + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    } else if (isOpen && (event.key === "Enter" || event.key === "Tab")) put(offered[chosen]);
    else if (isOpen && event.key === "Escape") {
      event.stopPropagation();
      setCalling(null);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.form?.requestSubmit();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="relative">
      <TextArea
        ref={box}
        label={label}
        hiddenLabel
        rows={2}
        required
        autoFocus={autoFocus}
        placeholder={placeholder}
        maxLength={5_000}
        value={value}
        aria-autocomplete="list"
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${chosen}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          setCalling(beingCalled(event.target.value, event.target.selectionStart));
          choose(0);
        }}
        onKeyDown={press}
        onBlur={() => setTimeout(() => setCalling(null), 150)}
      />
      {isOpen ? (
        <div
          id={id}
          role="listbox"
          aria-label="People to call"
          className="absolute inset-x-0 top-full z-20 -mt-3 rounded-lg border border-rule bg-surface p-1 shadow-xl"
        >
          {offered.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                put(person);
              }}
              className="cursor-pointer rounded-card px-3 py-1.5 aria-selected:bg-sunken"
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
