"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/desk/button";
import { isTyping } from "@/components/desk/keys";

/** Goes from one place that differs to the next, around the end to the beginning. Keys: J on, K back. */
export function NextChange({ count }: { count: number }) {
  const at = useRef(-1);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined || isTyping(event)) return;
      event.preventDefault();
      at.current = goTo(at.current + step);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  if (count === 0) return null;
  return (
    <Button
      aria-keyshortcuts="j"
      onClick={() => {
        at.current = goTo(at.current + 1);
      }}
    >
      Next change
      <span aria-hidden className="font-medium opacity-60">
        J
      </span>
    </Button>
  );
}

/** Shows and focuses a place that differs, so that a screen reader reads on from there. Answers which one it was. */
function goTo(wanted: number): number {
  const places = [
    ...document.querySelectorAll<HTMLElement>("[data-sheet] :is(ins, del, [data-moved])"),
  ].filter(
    // Words that came in place of others that went are one place.
    (each) => !(each.previousElementSibling?.matches("del") && each.matches("ins")),
  );
  if (places.length === 0) return -1;
  const at = (wanted + places.length) % places.length;
  const place = places[at];
  place?.setAttribute("tabindex", "-1");
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
  return at;
}
