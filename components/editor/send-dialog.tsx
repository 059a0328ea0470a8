"use client";

import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { Notice } from "@/components/desk/notice";
import type { Place, Verdict } from "@/domain/checks/checked-story";

type Props = {
  verdicts: readonly Verdict[];
  /** Something has to be there before the story can go: it cannot be sent as it is. */
  incomplete: boolean;
  error: string | null;
  busy: boolean;
  onGo: (place: Place) => void;
  onSend: () => void;
  onClose: () => void;
};

/** What a story still lacks, before it is sent: each line says what and where, and leads there. */
export function SendDialog({ verdicts, incomplete, error, busy, onGo, onSend, onClose }: Props) {
  return (
    <Dialog
      title={incomplete ? "Not ready to send" : "Send for review?"}
      lead={
        incomplete
          ? "These have to be there first. Everything is saved."
          : "It can be sent as it is. These would stand in the way of its approval."
      }
      busy={busy}
      onClose={onClose}
    >
      {error ? <Notice>{error}</Notice> : null}
      <ul className="m-0 grid list-none gap-2.5 p-0">
        {verdicts.map((verdict) => {
          const { where } = verdict;
          return (
            <li
              key={`${verdict.check} ${verdict.subject}`}
              className="rounded-card border border-rule px-3.5 py-2.5"
            >
              <p className="m-0 text-[14px] font-semibold [overflow-wrap:anywhere]">{verdict.title}</p>
              <p className="m-0 mt-0.5 text-[13px] text-ink-2">{verdict.todo}</p>
              {where ? (
                <button
                  type="button"
                  onClick={() => onGo(where)}
                  className="mt-1 cursor-pointer text-[13px] font-semibold text-info underline underline-offset-2"
                >
                  Go there
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <DialogFoot>
        <Button onClick={onClose}>Keep writing</Button>
        {incomplete ? null : (
          <Button look="strong" pending={busy} pendingLabel="Sending …" onClick={onSend}>
            Send anyway
          </Button>
        )}
      </DialogFoot>
    </Dialog>
  );
}
