"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/desk/button";
import type { StorySaver } from "../saving/story-saver";
import type { StoryPresence } from "./story-presence";

/** Says that the newsroom runs a newer release than this page. Typing and saving go on; reloading saves first. */
export function RenewedLine({ presence, saver }: { presence: StoryPresence; saver: StorySaver }) {
  const renewed = useSyncExternalStore(
    presence.subscribe,
    () => presence.current().renewed,
    () => false,
  );
  const [saving, setSaving] = useState(false);
  const reload = async () => {
    setSaving(true);
    // What cannot be saved now is kept on this device, and offered after the reload.
    await saver.flush();
    window.location.reload();
  };
  return (
    <div
      className={
        renewed
          ? "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-rule bg-info-soft px-4 py-2"
          : ""
      }
    >
      <p role="status" className="m-0 min-w-0 text-[13.5px] text-ink">
        {renewed
          ? "Verbatim has been renewed. Your text is saved as before; reload when it suits you, and nothing is lost."
          : null}
      </p>
      {renewed ? (
        <Button pending={saving} pendingLabel="Saving, then reloading …" onClick={() => void reload()}>
          Save and reload
        </Button>
      ) : null}
    </div>
  );
}
