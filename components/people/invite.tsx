"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { invitePerson } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { SelectField, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { roleNames, roles } from "@/domain/people";
import { personLimits } from "@/domain/staff";

/** The button that opens the form for an invitation. */
export function Invite() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="strong" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden size={16} />
        Invite someone
      </Button>
      {open ? <InviteDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const { run, pending, error } = useCommand(invitePerson);
  const [link, setLink] = useState<{ address: string; name: string } | null>(null);
  const router = useRouter();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await run(form);
    if (made === null) return;
    const name = form.get("name");
    setLink({
      address: `${window.location.origin}/desk/join/${made.value}`,
      name: typeof name === "string" ? name.trim() : "",
    });
    router.refresh();
  }

  if (link) return <LinkDialog address={link.address} name={link.name} onClose={onClose} />;
  return (
    <Dialog
      title="Invite someone"
      lead="You get a link to send them. It works once, for seven days."
      onClose={onClose}
      busy={pending}
    >
      <form onSubmit={submit}>
        {error ? <Notice>{error}</Notice> : null}
        <TextField
          label="Name"
          name="name"
          required
          maxLength={personLimits.name}
          hint="As it stands in a byline."
          autoComplete="off"
        />
        <TextField
          label="Email"
          name="email"
          type="email"
          required
          maxLength={personLimits.email}
          autoComplete="off"
        />
        <SelectField label="Role" name="role" defaultValue="reporter">
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleNames[role]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Title"
          name="title"
          maxLength={personLimits.title}
          hint="May be left empty. For example: local government correspondent."
          autoComplete="off"
        />
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Inviting …">
            Make the link
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** The link, shown this once. */
function LinkDialog({ address, name, onClose }: { address: string; name: string; onClose: () => void }) {
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
    <Dialog
      title={`A link for ${name}`}
      lead="Send it to them yourself, by a way you trust. It is shown this once, works once, and runs out after seven days."
      onClose={onClose}
    >
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
