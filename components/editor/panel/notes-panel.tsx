"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { addNote } from "@/app/actions/stories";
import { Button } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { TextArea } from "@/components/desk/field";
import { useCommand } from "@/components/desk/use-command";
import type { StoryNote } from "../story";

/** Notes among colleagues: they belong to the story and never to its text. */
export function NotesPanel({
  storyId,
  notes,
  moment,
}: {
  storyId: string;
  notes: readonly StoryNote[];
  moment: (iso: string) => string;
}) {
  const router = useRouter();
  const [typed, type] = useState("");
  const { run, pending, error } = useCommand(addNote);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!typed.trim()) return;
    const done = await run({ id: storyId, text: typed });
    if (done === null) return;
    type("");
    router.refresh();
  };
  return (
    <div className="p-4.5">
      <form onSubmit={(event) => void submit(event)}>
        <TextArea
          label="New note"
          hint="Seen by the desk, never published."
          value={typed}
          maxLength={5_000}
          error={error ?? undefined}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="submit" pending={pending} pendingLabel="Adding …">
          Add note
        </Button>
      </form>
      {notes.length === 0 ? (
        <div className="mt-4.5">
          <Empty>What colleagues should know about this story, and readers need not, is noted here.</Empty>
        </div>
      ) : (
        <ul className="m-0 mt-4.5 list-none p-0">
          {notes.map((note) => (
            <li key={note.id} className="border-t border-rule py-3 leading-normal">
              <b className="font-semibold">{note.by}</b>{" "}
              <span className="text-ink-3">· {moment(note.at)}</span>
              <p dir="auto" className="m-0 mt-0.5 whitespace-pre-wrap [overflow-wrap:anywhere]">
                {note.text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
