"use client";

import { type FormEvent, useRef } from "react";

/** Keeps what was typed in some fields of a form. React empties a form once its action has answered, whether the answer
 * was yes or no; the fields take their text back from here. Passwords are not named, so they are typed again. */
export function useKept(names: readonly string[]) {
  const typed = useRef<Record<string, string>>({});
  const keep = (event: FormEvent<HTMLFormElement>) => {
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (names.includes(name) && typeof value === "string") typed.current[name] = value;
    }
  };
  return { keep, of: (name: string): string | undefined => typed.current[name] };
}
