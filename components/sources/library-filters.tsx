"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
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
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(chosen);
    // Another list begins at its first page.
    for (const place of ["before", "after", "from"]) next.delete(place);
    if (value) next.set(name, value);
    else next.delete(name);
    startWaiting(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  return (
    <search className="w-full sm:w-auto">
      <form
        method="get"
        className="flex flex-wrap items-center gap-2.5"
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
            className={`${fieldLook} max-w-48 pr-2`}
            value={chosen.get(choice.name) ?? ""}
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
    <div className="relative w-full sm:w-auto">
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
