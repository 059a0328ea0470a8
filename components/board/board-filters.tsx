"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { fieldClasses, fieldLook } from "@/components/desk/field";
import { isTyping } from "@/components/desk/keys";
import { dueFilters, dueNames } from "@/domain/board";

type Props = {
  sections: readonly { slug: string; name: string }[];
  people: readonly { id: string; name: string }[];
};

/** Narrows the board by text, section, person, own. Everything stands in the address, so it can be kept and sent. */
export function BoardFilters({ sections, people }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  const chosen = useSearchParams();
  const [waiting, startWaiting] = useTransition();
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(chosen);
    for (const place of ["more", "after"]) next.delete(place);
    if (value) next.set(name, value);
    else next.delete(name);
    startWaiting(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  const select = `${fieldLook} max-w-38 text-ellipsis pr-1 pl-2.5 max-sm:max-w-none max-sm:min-w-0 max-sm:flex-1 max-sm:basis-24 lg:max-w-34`;
  return (
    // On a telephone its parts stand in the rows of the page's head, so that the stories begin within the first screen.
    <search className="flex flex-wrap items-center gap-2 max-sm:contents lg:flex-nowrap">
      <select
        aria-label="Section"
        className={select}
        value={chosen.get("section") ?? ""}
        onChange={(event) => narrow("section", event.target.value)}
      >
        <option value="">All sections</option>
        {sections.map((section) => (
          <option key={section.slug} value={section.slug}>
            {section.name}
          </option>
        ))}
      </select>
      {people.length > 0 ? (
        <select
          aria-label="Person"
          className={select}
          value={chosen.get("person") ?? ""}
          onChange={(event) => narrow("person", event.target.value)}
        >
          <option value="">Everybody</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      ) : null}
      <select
        aria-label="Due"
        className={select}
        value={chosen.get("due") ?? ""}
        onChange={(event) => narrow("due", event.target.value)}
      >
        <option value="">Due any time</option>
        {dueFilters.map((due) => (
          <option key={due} value={due}>
            {dueNames[due]}
          </option>
        ))}
      </select>
      {people.length > 0 ? (
        <label className="flex items-center gap-1.5 text-[13.5px] text-ink-2 max-sm:order-1">
          <input
            type="checkbox"
            className="size-4 accent-(--ink)"
            checked={chosen.get("mine") === "1"}
            onChange={(event) => narrow("mine", event.target.checked ? "1" : "")}
          />
          Mine
        </label>
      ) : null}
      <FindText
        waiting={waiting}
        given={chosen.get("q") ?? ""}
        find={(text) => narrow("q", text)}
        alone={people.length === 0}
      />
    </search>
  );
}

/** The search box: looks as one types, after a short rest, and at once on Enter. Key: /. */
function FindText({
  given,
  find,
  waiting,
  alone,
}: {
  /** Nothing else of the filters stands in its row on a telephone. */
  alone: boolean;
  given: string;
  find: (text: string) => void;
  waiting: boolean;
}) {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(given);
  /** What was asked for last from here: another text in the address comes from elsewhere, and stands in the box too. */
  const asked = useRef(given);
  const latest = useRef(find);
  latest.current = (wanted: string) => {
    asked.current = wanted;
    find(wanted);
  };

  useEffect(() => {
    if (given === asked.current) return;
    asked.current = given;
    setText(given);
  }, [given]);
  useEffect(() => {
    if (text.trim() === asked.current) return;
    const timer = setTimeout(() => latest.current(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <form
      className={`relative max-sm:order-1 max-sm:w-0 max-sm:flex-1 ${alone ? "max-sm:min-w-48" : "max-sm:min-w-32"}`}
      onSubmit={(event) => {
        event.preventDefault();
        latest.current(text.trim());
      }}
    >
      <Search
        aria-hidden
        size={15}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={box}
        type="search"
        name="q"
        aria-label="Find a story, quote or source"
        aria-keyshortcuts="/"
        aria-busy={waiting || undefined}
        placeholder={waiting ? "Looking …" : "Find a story, quote or source   /"}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${fieldClasses} w-full pl-8 pr-1 text-ellipsis sm:w-[258px] lg:w-[200px] xl:w-[250px]`}
      />
      <span role="status" className="sr-only">
        {waiting ? "Looking …" : ""}
      </span>
    </form>
  );
}
