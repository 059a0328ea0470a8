"use client";

import { useRouter } from "next/navigation";
import { resetFactor } from "@/app/actions/second-factor";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";

/** An admin takes away the second factor of a colleague who has lost it. */
export function ResetFactor({
  person,
  onClose,
}: {
  person: { id: string; name: string };
  onClose: () => void;
}) {
  const { run, pending, error } = useCommand(resetFactor);
  const announce = useAnnounce();
  const router = useRouter();
  const reset = async () => {
    if ((await run({ id: person.id })) === null) return;
    announce(`${person.name} has no second factor now.`);
    router.refresh();
    onClose();
  };
  return (
    <Dialog
      title={`Take away the second factor of ${person.name}`}
      lead={`Only for somebody who has lost it: make sure that it is ${person.name} who asks. They are signed out everywhere and told by mail, and their password alone opens the desk until they set a new one up.`}
      onClose={onClose}
      busy={pending}
    >
      {error ? <Notice>{error}</Notice> : null}
      <DialogFoot>
        <Button onClick={onClose}>Leave it</Button>
        <Button look="stop" pending={pending} pendingLabel="Taking away …" onClick={() => void reset()}>
          Take it away
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
