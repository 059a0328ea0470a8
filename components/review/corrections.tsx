"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { amend } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { seenByReaders } from "@/components/desk/with-readers";
import { type CorrectionKind, correctionNames } from "@/domain/corrections";
import { SentenceFields } from "./sentence-fields";

export type CorrectionOnFile = {
  readonly id: string;
  readonly kind: CorrectionKind;
  readonly text: string;
  readonly was: string;
  readonly says: string;
  readonly on: string;
  readonly amended: string | null;
  /** How it read before, the newest first. */
  readonly before: readonly { readonly id: number; readonly text: string; readonly until: string }[];
};

type Props = { corrections: readonly CorrectionOnFile[]; mayAmend: boolean };

/** What readers were told of this story. It can be put in other words, and never be taken away. */
export function CorrectionsOnFile({ corrections, mayAmend }: Props) {
  const [amending, setAmending] = useState<CorrectionOnFile | null>(null);
  return (
    <ul className="m-0 list-none p-0 pb-3">
      {corrections.map((each) => (
        <li key={each.id} className="px-4.5 py-1.5 leading-[1.45] [overflow-wrap:anywhere]">
          <b className="font-semibold">{correctionNames[each.kind]}</b>{" "}
          <span className="text-ink-3">
            {each.on}
            {each.amended ? `, amended ${each.amended}` : ""}
          </span>
          <p className="m-0">
            <bdi>{each.text}</bdi>
          </p>
          {each.was ? <p className="m-0 text-ink-2">It said: “{each.was}”</p> : null}
          {each.says ? <p className="m-0 text-ink-2">It says: “{each.says}”</p> : null}
          {each.before.length > 0 ? (
            <details className="text-ink-2">
              <summary className="cursor-pointer text-[13px] font-semibold text-info">
                {each.before.length === 1 ? "How it read before" : `${each.before.length} earlier wordings`}
              </summary>
              {each.before.map((wording) => (
                <p key={wording.id} className="m-0 mt-1">
                  Until {wording.until}: <bdi>{wording.text}</bdi>
                </p>
              ))}
            </details>
          ) : null}
          {mayAmend ? (
            <Button look="quiet" onClick={() => setAmending(each)}>
              Amend
            </Button>
          ) : null}
        </li>
      ))}
      {amending ? <AmendForm correction={amending} onClose={() => setAmending(null)} /> : null}
    </ul>
  );
}

function AmendForm({ correction, onClose }: { correction: CorrectionOnFile; onClose: () => void }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [text, setText] = useState(correction.text);
  const [sentence, setSentence] = useState({ was: correction.was, says: correction.says });
  const [why, setWhy] = useState("");
  const { run, pending, error } = useCommand(amend);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const made = await run({ id: correction.id, text, ...sentence, why });
    if (!made) return;
    onClose();
    announce(`${seenByReaders("Amended.", made.value.confirmed)}.`);
    router.refresh();
  };
  return (
    <Dialog
      title={`Amend the ${correctionNames[correction.kind].toLowerCase()}`}
      lead="Readers see the new words with the day on which they were amended. The words before stay on file."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={(event) => void send(event)}>
        <TextArea
          label="What readers are told"
          required
          rows={4}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {correction.kind === "withdrawal" ? null : (
          <SentenceFields changed={[]} sentence={sentence} onChange={setSentence} />
        )}
        <TextArea
          label="Why it is amended"
          hint="Stays on the trail. Readers never see it."
          required
          maxLength={2_000}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="go" pending={pending} pendingLabel="Amending …">
            Amend
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
