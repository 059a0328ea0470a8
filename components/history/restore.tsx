"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { restore } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";

type Props = {
  storyId: string;
  revisionId: string;
  called: string;
  /** The newest revision: the restored text is saved over it, as one more. */
  base: number;
  /** What a restoring does to an approval or the live copy; empty when nothing. */
  warning: string;
};

/** Makes an older text the newest. Nothing is lost: what stands there now stays in the history. */
export function Restore({ storyId, revisionId, called, base, warning }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const [key, setKey] = useState<string | null>(null);
  const { run, pending, error, forget } = useCommand(restore);
  const go = async () => {
    if (!key) return;
    const made = await run({ id: storyId, revisionId, base, key });
    if (!made) return;
    setKey(null);
    announce(`Restored as revision ${made.value.revision}. The text before it is still here.`);
    router.replace(`/desk/stories/${storyId}/history`);
    router.refresh();
  };
  return (
    <>
      {/* One key for one opening of the window: a second press, or a retry after a lost answer, is the same restoring. */}
      <Button onClick={() => setKey(crypto.randomUUID())}>Restore this text</Button>
      {key ? (
        <Dialog
          title="Restore this text?"
          lead={`${called} becomes revision ${base + 1}. What stands there now stays in the history.`}
          busy={pending}
          onClose={() => {
            setKey(null);
            forget();
          }}
        >
          {warning ? <Notice tone="attention">{warning}</Notice> : null}
          {error ? <Notice>{error}</Notice> : null}
          <DialogFoot>
            <Button
              onClick={() => setKey(null)}
              refusedBecause={pending ? "Wait for the answer." : undefined}
            >
              Cancel
            </Button>
            <Button look="strong" pending={pending} pendingLabel="Restoring …" onClick={() => void go()}>
              Restore
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </>
  );
}
