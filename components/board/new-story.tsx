"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { createStory } from "@/app/actions/stories";
import { Button } from "@/components/desk/button";
import { isTyping } from "@/components/desk/keys";
import { useCommand } from "@/components/desk/use-command";

/** Begins a story and goes to it. However often it is pressed, one story is begun. Key: N. */
export function NewStory() {
  const router = useRouter();
  const { run, pending, error } = useCommand(createStory);
  const [leaving, setLeaving] = useState(false);

  const begin = useCallback(async () => {
    if (leaving) return;
    const begun = await run({});
    if (!begun) return;
    setLeaving(true);
    router.push(`/desk/stories/${begun.value.id}`);
  }, [leaving, run, router]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "n" || isTyping(event)) return;
      event.preventDefault();
      void begin();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [begin]);

  return (
    <div className="relative shrink-0 max-sm:order-1">
      <Button
        look="strong"
        pending={pending || leaving}
        pendingLabel="New story …"
        aria-keyshortcuts="n"
        onClick={() => void begin()}
      >
        New story
        <span aria-hidden className="font-medium opacity-60">
          N
        </span>
      </Button>
      {error ? (
        <p
          role="alert"
          className="absolute right-0 z-20 m-0 mt-2 w-64 rounded-card border border-broken bg-broken-soft p-3 text-[13px] leading-snug text-broken"
        >
          {error}
        </p>
      ) : null}
    </div>
  );
}
