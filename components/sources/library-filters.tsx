"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useOptimistic, useRef, useState, useTransition } from "react";
import { fieldClasses, fieldLook } from "@/components/desk/field";

type Choice = {
  readonly name: string;
  readonly label: string;
  /** The choice that leaves nothing out: "Any ground rule". */
  readonly all: string;
  readonly options: readonly (readonly [value: string, words: string])[];
};

/** Narrows a list by words, as they are typed, and by choices. Everything stands in the address; before scripts have
 * loaded it is a plain form. */
export function LibraryFilters({ find, choices }: { find: string; choices: readonly Choice[] }) {
  const router = useRouter();
  const pathname = usePathname();
  const chosen = useSearchParams();
  const [waiting, startWaiting] = useTransition();
  // What was asked for and is still on its way: a choice made meanwhile adds to it.
  const [asked, ask] = useOptimistic(chosen.toString());
  const sought = new URLSearchParams(asked);
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(asked);
    // Another list begins at its first page.
    for (const place of ["before", "after", "from"]) next.delete(place);
    if (value) next.set(name, value);
    else next.delete(name);
    startWaiting(() => {
      ask(next.toString());
      router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false });
    });
  };
  const narrowed = sought.has("q") || choices.some((choice) => sought.has(choice.name));
  return (
    <search className="w-full sm:w-auto">
      <form
        method="get"
        className="grid grid-cols-2 items-center gap-2.5 sm:flex sm:flex-wrap"
        onSubmit={(event) => {
          event.preventDefault();
          narrow("q", String(new FormData(event.currentTarget).get("q") ?? "").trim());
        }}
      >
        {choices.map((choice) => (
          <select
            key={choice.name}
            name={choice.name}
            aria-label={choice.label}
            className={`${fieldLook} w-full min-w-0 pr-2 sm:w-auto sm:max-w-48`}
            value={sought.get(choice.name) ?? ""}
            onChange={(event) => narrow(choice.name, event.target.value)}
          >
            <option value="">{choice.all}</option>
            {choice.options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        ))}
        <FindBox
          label={find}
          waiting={waiting}
          given={chosen.get("q") ?? ""}
          look={(text) => narrow("q", text)}
        />
        {narrowed ? (
          <Link href={pathname} className="justify-self-start py-1 text-[13.5px] text-info">
            Show all
          </Link>
        ) : null}
      </form>
    </search>
  );
}

function FindBox({
  label,
  given,
  look,
  waiting,
}: {
  label: string;
  given: string;
  look: (text: string) => void;
  waiting: boolean;
}) {
  const [text, setText] = useState(given);
  const [before, setBefore] = useState({ given, waiting });
  // The address changed, and not for what was typed here: by a link, or by going back.
  if (given !== before.given || waiting !== before.waiting) {
    setBefore({ given, waiting });
    if (given !== before.given && !before.waiting) setText(given);
  }
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (text.trim() === given) return;
    const timer = setTimeout(() => latest.current(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, given]);
  return (
    <div className="relative col-span-2 w-full sm:w-auto">
      <Search
        aria-hidden
        size={15}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        type="search"
        name="q"
        aria-label={label}
        aria-busy={waiting || undefined}
        placeholder={label}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${fieldClasses} w-full pl-8! sm:w-[258px]`}
      />
      <span role="status" className="sr-only">
        {waiting ? "Looking …" : ""}
      </span>
    </div>
  );
}
