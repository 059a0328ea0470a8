"use client";

import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/desk/live";

/** How many notifications are unread: as the page was told, and anew whenever the desk says that there is one. */
export function useUnread(first: number): number {
  const [unread, setUnread] = useState(first);
  const asking = useRef(false);
  useEffect(() => setUnread(first), [first]);
  useLive(({ about }) => {
    if ((about !== "notice" && about !== "everything" && about !== "hello") || asking.current) return;
    asking.current = true;
    void count().then((counted) => {
      asking.current = false;
      if (counted !== null) setUnread(counted);
    });
  });
  return unread;
}

async function count(): Promise<number | null> {
  try {
    const answer = await fetch("/desk/notifications/unread", { headers: { accept: "application/json" } });
    const told: unknown = answer.ok ? await answer.json() : null;
    return typeof told === "object" && told !== null && "unread" in told && typeof told.unread === "number"
      ? told.unread
      : null;
  } catch {
    // Not connected just now: the figure stays as it was.
    return null;
  }
}
