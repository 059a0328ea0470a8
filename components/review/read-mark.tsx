"use client";

import { useEffect } from "react";
import { noteReading } from "@/app/actions/suggestions";

/** So long has the page to be in sight before its text counts as read. Milliseconds. */
const readAfter = 3_000;

/** Remembers that this text was read here, so that what changes later is shown as changed. */
export function ReadMark({ id, revision }: { id: string; revision: number }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      // Not worth a word to the person when it fails: then a little more is shown as changed.
      if (document.visibilityState === "visible") void noteReading({ id, revision }).catch(() => {});
    }, readAfter);
    return () => clearTimeout(timer);
  }, [id, revision]);
  return null;
}
