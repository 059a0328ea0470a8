"use client";

import { type FormEvent, useState } from "react";
import { openThread } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";

type Props = {
  storyId: string;
  passage: string;
  /** `asked` says that the comment was left. */
  onClose: (asked: boolean) => void;
};

/** What does not hold goes to the author as a comment on those words that stands in the way of approval. */
export function DoubtDialog({ storyId, passage, onClose }: Props) {
  const announce = useAnnounce();
  const [text, setText] = useState("");
  const { run, pending, error } = useCommand(openThread);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ id: storyId, passage: passage.slice(0, 2_000), text, mustResolve: true }))) return;
    announce("The comment is left. It has to be resolved before approval.");
    onClose(true);
  };
  return (
    <Dialog
      title="Does not hold"
      lead="The author gets this as a comment on these words. The story cannot be approved before it is resolved."
      busy={pending}
      onClose={() => onClose(false)}
    >
      <form onSubmit={(event) => void send(event)}>
        <TextArea
          label="What is wrong"
          autoFocus
          required
          maxLength={2_000}
          placeholder="The recording says “should”, not “will”."
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Leaving it …">
            Leave comment
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
