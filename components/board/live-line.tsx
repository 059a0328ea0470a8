"use client";

import { useLiveState } from "@/components/desk/live";

/** Says when the board does not follow what others do as it happens, and why. As long as it does there is nothing to say. */
export function LiveLine() {
  const state = useLiveState();
  const words = {
    off: null,
    live: null,
    polling: "No stream comes through from the newsroom, so this page asks for changes every two seconds.",
    ended: "You are signed out, so this page no longer follows what others do. Sign in again to go on.",
  }[state];
  return (
    <p
      role="status"
      data-live={state}
      className="m-0 px-4 text-[13px] font-semibold text-attention empty:hidden md:px-6.5"
    >
      {words}
    </p>
  );
}
