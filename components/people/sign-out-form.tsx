"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { wouldLoseText } from "@/components/editor/saving/before-sign-out";

/** Signing out is a form, so that it works before any script has loaded and no link can do it from elsewhere. It saves
 * first, and asks where this device has text that the newsroom does not: signing out wipes it. */
export function SignOutForm({ className, children }: { className?: string; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  const looking = useRef(false);
  const [asks, setAsks] = useState(false);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    if (looking.current) return;
    looking.current = true;
    const loses = await wouldLoseText();
    looking.current = false;
    if (loses) setAsks(true);
    else form.current?.submit();
  };
  return (
    <>
      <form
        ref={form}
        method="post"
        action="/desk/sign-out"
        onSubmit={(event) => void look(event)}
        className={className}
      >
        {children}
      </form>
      {asks ? (
        <Dialog
          title="Text on this device is not saved"
          lead="The newsroom does not have it yet, here or in another tab. Signing out wipes it from this device, and it cannot be had back. Stay, open the story, and see that it says Saved."
          onClose={() => setAsks(false)}
        >
          <DialogFoot>
            <Button deliberate onClick={() => form.current?.submit()}>
              Sign out and lose it
            </Button>
            <Button look="strong" onClick={() => setAsks(false)}>
              Stay signed in
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </>
  );
}
