"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { assign } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { Plan } from "./plan";

/** Asks whose a story is, by when it is due and what is wanted. */
export function AssignForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [authorIds, setAuthorIds] = useState(plan.authors.map((author) => author.id));
  const [dueAt, setDueAt] = useState(plan.dueLocal);
  const [note, setNote] = useState(plan.assignment);
  const { run, pending, error, refusal } = useCommand(assign);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ id: plan.storyId, authorIds, dueAt, note }))) return;
    onClose();
    announce("Assigned.");
    router.refresh();
  };
  const tick = (id: string, on: boolean) =>
    setAuthorIds(on ? [...authorIds, id] : authorIds.filter((each) => each !== id));
  return (
    <Dialog
      title="Assign"
      lead="Authors may write the story and may not approve it."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={(event) => void send(event)}>
        <fieldset className="m-0 mb-4 max-h-48 overflow-y-auto rounded-card border border-edge p-3">
          <legend className="px-1 text-[13px] font-semibold text-ink-2">Authors</legend>
          {plan.people.map((person) => (
            <label key={person.id} className="flex items-center gap-2.5 py-1 text-[14px]">
              <input
                type="checkbox"
                className="size-4 accent-(--ink)"
                checked={authorIds.includes(person.id)}
                onChange={(event) => tick(person.id, event.target.checked)}
              />
              {person.name}
            </label>
          ))}
        </fieldset>
        <TextField
          label="Due"
          type="datetime-local"
          hint={`Newsroom time: ${plan.zoneName}. Empty: not due.`}
          value={dueAt}
          onChange={(event) => setDueAt(event.target.value)}
        />
        <TextArea
          label="What is wanted"
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {error ? (
          <Notice>
            {refusal === "incomplete"
              ? "A story keeps at least one author. Tick one."
              : refusal === "own_story"
                ? "Whoever approved the story cannot become its author."
                : error}
          </Notice>
        ) : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Assigning …">
            Assign
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
