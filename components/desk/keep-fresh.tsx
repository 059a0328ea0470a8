"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page anew when somebody comes back to it, so that nobody decides on what was true before lunch. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    document.addEventListener("visibilitychange", again);
    window.addEventListener("online", again);
    return () => {
      document.removeEventListener("visibilitychange", again);
      window.removeEventListener("online", again);
    };
  }, [router]);
  return null;
}
