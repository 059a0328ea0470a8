"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { saveMailSettings, sendTestMail, settleLetters } from "@/app/actions/mail";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { Paper } from "@/domain/paper";
import { paperLimits } from "@/domain/paper-settings";
import { Part, type Shared, usePart } from "./part";

export type ShownMail = {
  from: string | null;
  folder: string | null;
  waiting: number;
  givenUp: readonly { id: string; recipient: string; subject: string; why: string; at: ReactNode }[];
};

/** Mail from the newsroom: the name it comes from, whether it works, and what could not be sent. */
export function MailForm({ paper, shared, mail }: { paper: Paper; shared: Shared; mail: ShownMail }) {
  const part = usePart({ senderName: paper.mail.senderName }, saveMailSettings, shared, {
    isForReaders: false,
  });
  return (
    <div>
      <Part
        title="Mail"
        lead="Invitations, links for a new password and notifications go out by mail."
        part={part}
      >
        {mail.from ? (
          <p className="mt-0 mb-2 text-[13.5px] text-ink-2 wrap-anywhere">
            {mail.folder
              ? `No mail server is named: letters are put into ${mail.folder} as files, and go no further.`
              : `Mail is on and comes from ${mail.from}.`}{" "}
            {mail.waiting > 0
              ? `${mail.waiting} ${mail.waiting === 1 ? "letter waits" : "letters wait"} to be sent.`
              : "Nothing waits to be sent."}
          </p>
        ) : (
          <Notice tone="attention">
            Mail is off. Everything works without it: links for invitations and new passwords can be copied.
            To turn it on, set SMTP_URL and MAIL_FROM on the server and start it again.
          </Notice>
        )}
        {mail.from ? <TestMessage isKept={mail.folder !== null} /> : null}
        <TextField
          label="Sender’s name"
          hint="What people see as the sender. Left empty, it is the name of the paper."
          maxLength={paperLimits.senderName}
          value={part.draft.senderName}
          onChange={(event) => part.change({ senderName: event.target.value })}
        />
      </Part>
      {mail.givenUp.length > 0 ? <GivenUpList letters={mail.givenUp} /> : null}
    </div>
  );
}

function TestMessage({ isKept }: { isKept: boolean }) {
  const { run, pending, error } = useCommand(sendTestMail);
  const announce = useAnnounce();
  const send = async () => {
    const sent = await run({});
    if (!sent) return;
    const { to } = sent.value;
    announce(
      isKept
        ? `A test message for ${to} was put into the folder.`
        : `The mail server took a test message for ${to}.`,
    );
  };
  return (
    <div className="mb-4">
      <Button pending={pending} pendingLabel="Sending …" onClick={() => void send()}>
        Send me a test message
      </Button>
      {error ? <Notice>{error}</Notice> : null}
    </div>
  );
}

function GivenUpList({ letters }: { letters: ShownMail["givenUp"] }) {
  const { run, pending, error } = useCommand(settleLetters);
  const announce = useAnnounce();
  const router = useRouter();
  const settle = async (which: readonly { id: string }[], what: "try again" | "forget") => {
    const settled = await run({ ids: which.map(({ id }) => id), what });
    if (!settled) return;
    const [subject, verb] = which.length === 1 ? ["The letter", "is"] : ["The letters", "are"];
    announce(`${subject} ${verb} ${what === "forget" ? "forgotten" : "being sent once more"}.`);
    router.refresh();
  };
  return (
    <section aria-labelledby="given-up" className="mt-4 rounded-lg border border-broken/40 bg-surface p-5">
      <h3 id="given-up" className="m-0 mb-1 text-[15px] font-semibold">
        Could not be sent
      </h3>
      <p className="mt-0 mb-2 text-[13.5px] leading-normal text-ink-3">
        Nothing more is tried with these by itself. Mend the cause, then send them again.
      </p>
      <ul className="m-0 mb-3 list-none divide-y divide-rule p-0 text-[13.5px]">
        {letters.map((letter) => (
          <li key={letter.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <p dir="auto" className="m-0 font-semibold wrap-anywhere">
                {letter.subject}
              </p>
              <p className="m-0 text-ink-3 wrap-anywhere">
                To {letter.recipient} · {letter.at} · {letter.why}
              </p>
            </div>
            <div className="flex gap-2">
              <Button pending={pending} onClick={() => void settle([letter], "try again")}>
                Try again
              </Button>
              <Button look="quiet" pending={pending} onClick={() => void settle([letter], "forget")}>
                Forget
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {error ? <Notice>{error}</Notice> : null}
      {letters.length > 1 ? (
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} onClick={() => void settle(letters, "try again")}>
            Try all again
          </Button>
          <Button look="quiet" pending={pending} onClick={() => void settle(letters, "forget")}>
            Forget all
          </Button>
        </div>
      ) : null}
    </section>
  );
}
