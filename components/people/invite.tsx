"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { invitePerson } from "@/app/actions/people";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { SelectField, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { roleNames, roles } from "@/domain/people";
import { personLimits } from "@/domain/staff";
import { LinkDialog } from "./link-dialog";

/** The button that opens the form for an invitation. */
export function Invite({ isMailOn }: { isMailOn: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="strong" onClick={() => setOpen(true)}>
        <UserPlus aria-hidden size={16} />
        Invite someone
      </Button>
      {open ? <InviteDialog isMailOn={isMailOn} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function InviteDialog({ isMailOn, onClose }: { isMailOn: boolean; onClose: () => void }) {
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

  const sent = isMailOn
    ? "It is on its way to them by mail. If that does not arrive, send them the link yourself, by a way you trust."
    : "Send it to them yourself, by a way you trust.";
  if (link) {
    return (
      <LinkDialog
        title={`A link for ${link.name}`}
        lead={`${sent} It is shown this once, works once, and runs out after seven days.`}
        address={link.address}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      title="Invite someone"
      lead={
        isMailOn
          ? "They get a link by mail. It works once, for seven days."
          : "You get a link to send them. It works once, for seven days."
      }
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
