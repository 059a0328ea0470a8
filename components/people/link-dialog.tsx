"use client";

import { useState } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";

/** A one-time link, shown this once. */
export function LinkDialog({
  title,
  lead,
  address,
  onClose,
}: {
  title: string;
  lead: string;
  address: string;
  onClose: () => void;
}) {
  const announce = useAnnounce();
  const [copied, setCopied] = useState<boolean | null>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
      announce("The link is copied.");
    } catch {
      // Browsers give no clipboard to a page on plain http: the link can still be marked and copied by hand.
      setCopied(false);
    }
  }
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <TextField
        label="Link"
        readOnly
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono text-[12.5px]"
      />
      {copied === false ? (
        <Notice tone="attention">
          Your browser did not let us copy it. Select the link and copy it yourself.
        </Notice>
      ) : null}
      <DialogFoot>
        <Button onClick={onClose}>Done</Button>
        <Button look="strong" onClick={copy}>
          {copied ? "Copied" : "Copy the link"}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
