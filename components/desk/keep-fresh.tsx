"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { type HeardNews, useLive } from "./live";

/** Pages are read anew no more often than this, however much happens at once. Milliseconds. */
const rest = 700;
/** What only changes a figure on a card can wait for longer. */
const textRest = 5_000;
/** Nothing pressed or typed for this long: reading the page anew is no sign of a person at work. */
const atRestAfter = 60_000;

type Props = {
  /** "stories": the page shows many. An id: it is about this story alone, whose words and comments matter at once.
   * Without it the page is only read anew when somebody comes back to it. */
  live?: "stories" | (string & {});
};

/** Reads the page anew when somebody else changes what it shows, and when somebody comes back to it, so that nobody
 * decides on what was true before lunch. What is being typed or dragged stays. */
export function KeepFresh({ live }: Props) {
  const router = useRouter();
  const lastRead = useRef(Number.NEGATIVE_INFINITY);
  const lastTouched = useRef(Number.NEGATIVE_INFINITY);
  const planned = useRef<{ timer: ReturnType<typeof setTimeout>; at: number } | null>(null);

  const readIn = (pause: number) => {
    const at = Math.max(performance.now() + 50, lastRead.current + pause);
    if (planned.current && planned.current.at <= at) return;
    clearTimeout(planned.current?.timer);
    const read = () => {
      // While a card is held, the board must not move under it.
      if (document.querySelector("[data-held]")) {
        planned.current = { timer: setTimeout(read, 300), at: performance.now() + 300 };
        return;
      }
      planned.current = null;
      lastRead.current = performance.now();
      if (lastRead.current - lastTouched.current > atRestAfter) restNow();
      router.refresh();
    };
    planned.current = { timer: setTimeout(read, at - performance.now()), at };
  };

  useLive((news: HeardNews) => {
    if (!live || ["session", "notice", "front"].includes(news.about)) return;
    if (live !== "stories" && news.about !== "everything" && news.id !== live) return;
    readIn(live !== "stories" || news.about !== "text" ? rest : textRest);
  });

  useEffect(() => {
    const touched = () => {
      lastTouched.current = performance.now();
      restOver();
    };
    touched();
    const again = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", again);
    window.addEventListener("online", again);
    for (const kind of touches) document.addEventListener(kind, touched, { capture: true, passive: true });
    return () => {
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("online", again);
      for (const kind of touches) document.removeEventListener(kind, touched, { capture: true });
      clearTimeout(planned.current?.timer);
      planned.current = null;
      restOver();
    };
  }, [router]);
  return null;
}

const touches = ["pointerdown", "keydown"] as const;

let resting = false;

/** Tells the server that nobody is at work here: see `currentStaff`. */
function restNow(): void {
  resting = true;
  // biome-ignore lint/suspicious/noDocumentCookie: the other way of setting one is not in every browser yet
  document.cookie = "verbatim-at-rest=1; path=/desk; max-age=10; samesite=strict";
}

function restOver(): void {
  if (!resting) return;
  resting = false;
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = "verbatim-at-rest=; path=/desk; max-age=0; samesite=strict";
}
