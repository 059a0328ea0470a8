"use client";

import { useCallback, useState } from "react";
import { sendForReview } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { useCommand } from "@/components/desk/use-command";
import type { Verdict } from "@/domain/checks/checked-story";
import { blockersInStory, missingOf } from "@/domain/checks/checks";
import { latestText } from "./saving/latest-text";
import { statusOf } from "./saving/status-line";
import type { StorySaver } from "./saving/story-saver";

export type Lacking = { readonly verdicts: readonly Verdict[]; readonly incomplete: boolean };

const unread =
  "The checks cannot be read just now, so nothing was sent. Your text is saved; try again in a moment.";

/** Sends a story for review: first everything typed is saved, then the checks are read of exactly that revision, then
 * that revision is sent. */
export function useSending(storyId: string, saver: StorySaver) {
  const announce = useAnnounce();
  const [lacking, setLacking] = useState<Lacking | null>(null);
  const [busy, setBusy] = useState(false);
  const { run, pending, error } = useCommand(sendForReview);

  /** Saves first; answers the saved revision, or says why not. */
  const saved = useCallback(async (): Promise<number | null> => {
    const flushed = await saver.flush();
    if (flushed.ok) return flushed.revision;
    const { lead, rest } = statusOf(saver.current(), () => "");
    announce([lead, rest].filter(Boolean).join(". "));
    return null;
  }, [saver, announce]);

  const go = useCallback(async () => {
    const revision = await saved();
    if (revision === null) return;
    const sent = await run({ id: storyId, revision });
    if (!sent) return;
    saver.movedTo(sent.value.stage);
    setLacking(null);
    announce("Sent for review.");
  }, [saved, run, storyId, saver, announce]);

  const ask = useCallback(async () => {
    setBusy(true);
    try {
      if ((await saved()) === null) return;
      const latest = await latestText(storyId);
      if (!latest) return announce(unread);
      const missing = missingOf(latest.verdicts);
      const blockers = blockersInStory(latest.verdicts);
      if (missing.length > 0) setLacking({ verdicts: missing, incomplete: true });
      else if (blockers.length > 0) setLacking({ verdicts: blockers, incomplete: false });
      else await go();
    } finally {
      setBusy(false);
    }
  }, [saved, storyId, announce, go]);

  return { ask, go, saved, lacking, forget: () => setLacking(null), busy: busy || pending, error };
}
