"use client";

import { useState } from "react";
import { makePasswordLink } from "@/app/actions/people";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { LinkDialog } from "./link-dialog";

type Props = { person: { id: string; name: string }; onClose: () => void };

/** An admin makes a link for a colleague who cannot sign in. */
export function PasswordLink({ person, onClose }: Props) {
  const { run, pending, error } = useCommand(makePasswordLink);
  const [token, setToken] = useState<string | null>(null);
  const make = async () => {
    const made = await run({ id: person.id });
    if (made) setToken(made.value);
  };
  if (token) {
    return (
      <LinkDialog
        title={`A new password for ${person.name}`}
        lead="Send it to them yourself, by a way you trust. It is shown this once, works once, and runs out after ten minutes."
        address={`${window.location.origin}/desk/reset/${token}`}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title={`A new password for ${person.name}`}
      lead="You get a link to give to them. It works once, for ten minutes; then they are signed out everywhere. It stands on the trail that you made it."
      onClose={onClose}
      busy={pending}
    >
      {error ? <Notice>{error}</Notice> : null}
      <DialogFoot>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="strong" pending={pending} pendingLabel="Making …" onClick={() => void make()}>
          Make the link
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
