"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { attest, reveal } from "@/app/actions/sources";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { SelectField, TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { IdentityShown } from "@/components/sources/identity-shown";
import { type AttestationWay, attestationNames, attestationWays } from "@/domain/source-rules";
import type { Identity } from "@/domain/sourcing";

/** What an editor can do about an unnamed source: say that they know who it is, and read the sealed name, which is logged. */
export function Attest({ sourceId }: { sourceId: string }) {
  const [open, setOpen] = useState<"attest" | "reveal" | null>(null);
  const link = "cursor-pointer font-semibold text-info underline";
  return (
    <>
      <button type="button" className={link} onClick={() => setOpen("attest")}>
        I know who it is
      </button>
      <button type="button" className={link} onClick={() => setOpen("reveal")}>
        Read the name (logged)
      </button>
      {open === "attest" ? <AttestForm sourceId={sourceId} onClose={() => setOpen(null)} /> : null}
      {open === "reveal" ? <RevealForm sourceId={sourceId} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

type FormProps = { sourceId: string; onClose: () => void };

function AttestForm({ sourceId, onClose }: FormProps) {
  const router = useRouter();
  const announce = useAnnounce();
  const [how, setHow] = useState<AttestationWay>("told_in_person");
  const { run, pending, error } = useCommand(attest);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ sourceId, how }))) return;
    onClose();
    announce("It is on file that you know who this is.");
    router.refresh();
  };
  return (
    <Dialog
      title="You know who this is?"
      lead="Readers are told that an editor knows. What you say here stays on file under your name; the source’s name is not asked for."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={(event) => void send(event)}>
        <SelectField
          label="How you came to know"
          value={how}
          onChange={(event) => setHow(attestationWays.find((way) => way === event.target.value) ?? how)}
        >
          {attestationWays.map((way) => (
            <option key={way} value={way}>
              {attestationNames[way]}
            </option>
          ))}
        </SelectField>
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Putting it on file …">
            I know who it is
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function RevealForm({ sourceId, onClose }: FormProps) {
  const [why, setWhy] = useState("");
  const [identity, setIdentity] = useState<Identity | null>(null);
  const { run, pending, error, refusal } = useCommand(reveal);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const shown = await run({ sourceId, why });
    if (shown) setIdentity(shown.value.identity);
  };
  return (
    <Dialog
      title="Read the name"
      lead="Who reads it, when and why is logged before it is shown. It is gone from this page when you close the window."
      busy={pending}
      onClose={onClose}
    >
      {identity === null ? (
        <form onSubmit={(event) => void send(event)}>
          <TextArea
            label="Why you have to know"
            required
            autoFocus
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          {error ? (
            <Notice>
              {refusal === "not_found" ? "No name has been sealed for this source. Ask its reporter." : error}
            </Notice>
          ) : null}
          <DialogFoot>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" look="strong" pending={pending} pendingLabel="Opening …">
              Read the name
            </Button>
          </DialogFoot>
        </form>
      ) : (
        <>
          <div className="rounded-card bg-sunken p-4 text-[16px]">
            <IdentityShown identity={identity} />
          </div>
          <DialogFoot>
            <Button look="strong" onClick={onClose}>
              Close
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  );
}
