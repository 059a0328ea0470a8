"use client";

import { type FormEvent, useState } from "react";
import { answerReader } from "@/app/actions/replies";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { replyLimits } from "@/domain/reply";

type Props = { id: string; name: string; isHeld: boolean; onDone: () => void };

/** An editor's answer to a reader, which readers see at once, with the editor's name and the paper's mark. */
export function AnswerForm({ id, name, isHeld, onDone }: Props) {
  const announce = useAnnounce();
  const [text, setText] = useState("");
  const { run, pending, error } = useCommand(answerReader);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ id, text }))) return;
    setText("");
    onDone();
    announce("Answered. Readers see it now.");
  };
  return (
    <form onSubmit={(event) => void send(event)} className="mt-4">
      <TextArea
        label={`Your answer to ${name}`}
        hint={`Shown at once, with your name and the paper’s mark.${isHeld ? " The reply is shown with it." : ""}`}
        required
        dir="auto"
        maxLength={replyLimits.text}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error ? <Notice>{error}</Notice> : null}
      <Button type="submit" look="strong" pending={pending} pendingLabel="Answering …">
        Publish the answer
      </Button>
    </form>
  );
}
