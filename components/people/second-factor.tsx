"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { removeFactor, renewCodes } from "@/app/actions/second-factor";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Pill } from "@/components/desk/pill";
import { type Command, useCommand } from "@/components/desk/use-command";
import type { Refusal } from "@/domain/refusal";
import { codeHint } from "@/domain/second-factor";
import { RecoveryCodes } from "./recovery-codes";
import { PasswordAgain, SecondFactorSetup } from "./second-factor-setup";

type Props = {
  isOn: boolean;
  codesLeft: number;
  isDemanded: boolean;
  /** False for people of the demonstration, who have none. */
  hasPassword: boolean;
};

/** One's own second factor: set up, renew the recovery codes, take away. */
export function SecondFactor({ isOn, codesLeft, isDemanded, hasPassword }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const [asked, ask] = useState<"renew" | "remove" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const settled = (said: string) => {
    ask(null);
    setCodes(null);
    announce(said);
    router.refresh();
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={() => settled("The former codes work no more.")} />;
  if (!isOn) {
    return (
      <>
        <p className="mt-0 mb-3 max-w-xl text-[14px] leading-normal text-ink-2">
          With a second factor nobody signs in with your password alone: a code from your phone is asked for
          too.
        </p>
        <SecondFactorSetup asksPassword={hasPassword} onDone={() => settled("Your second factor is on.")} />
      </>
    );
  }
  return (
    <>
      <p className="mt-0 mb-3 flex flex-wrap items-center gap-2 text-[14px]">
        <Pill tone="sourced">On</Pill>
        {codesLeft === 1 ? "1 recovery code is left." : `${codesLeft} recovery codes are left.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => ask("renew")}>New recovery codes</Button>
        <Button
          onClick={() => ask("remove")}
          refusedBecause={isDemanded ? "This newsroom demands a second factor of everybody." : undefined}
        >
          Take the second factor away
        </Button>
      </div>
      {asked === "renew" ? (
        <CodeDialog
          title="New recovery codes"
          lead="The former ones work no more."
          command={renewCodes}
          asksPassword={hasPassword}
          onClose={() => ask(null)}
          onDone={(made) => {
            ask(null);
            setCodes(made);
          }}
        />
      ) : null}
      {asked === "remove" ? (
        <CodeDialog
          title="Take the second factor away"
          lead="Your password alone opens the desk then."
          command={removeFactor}
          asksPassword={hasPassword}
          onClose={() => ask(null)}
          onDone={() => settled("Your second factor is taken away.")}
        />
      ) : null}
    </>
  );
}

type CodeCommand = Command<FormData, readonly string[] | null, Refusal | { readonly words: string }>;
type CodeDialogProps = {
  title: string;
  lead: string;
  command: CodeCommand;
  asksPassword: boolean;
  onClose: () => void;
  onDone: (value: readonly string[] | null) => void;
};

/** Asks for the password and a code before something is done. */
function CodeDialog({ title, lead, command, asksPassword, onClose, onDone }: CodeDialogProps) {
  const { run, pending, error, refusal } = useCommand(command);
  const isOfPassword = refusal === "wrong_password";
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const done = await run(new FormData(event.currentTarget));
    if (done) onDone(done.value);
  };
  return (
    <Dialog title={title} lead={lead} onClose={onClose} busy={pending}>
      <form onSubmit={(event) => void submit(event)}>
        {asksPassword ? <PasswordAgain error={(isOfPassword && error) || undefined} /> : null}
        <TextField
          label="Code"
          name="code"
          required
          autoComplete="one-time-code"
          maxLength={60}
          hint={codeHint}
          error={(!isOfPassword && error) || undefined}
        />
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Checking …">
            {title}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
