"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { assign, setEmbargo } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { refusalWords } from "@/domain/refusal";

export type Plan = {
  readonly storyId: string;
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly assignment: string;
  /** Moments as people read them, empty where none is set; and as a field for a local time holds them. */
  readonly due: string;
  readonly isLate: boolean;
  readonly dueLocal: string;
  readonly embargo: string;
  readonly embargoLocal: string;
  /** What of it readers have: nothing, the whole, or a copy of which a change is in hand. */
  readonly out: "nothing" | "all" | "older copy";
  readonly zoneName: string;
  /** Who can be an author; empty for who may not assign. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

/** Whose the story is, when it is due, and before when it may not go out. Editors change it here. */
export function Planning({ plan, assigning = false }: { plan: Plan; assigning?: boolean }) {
  const mayPlan = plan.people.length > 0;
  const [open, setOpen] = useState<"assign" | "embargo" | null>(assigning && mayPlan ? "assign" : null);
  return (
    <>
      <dl className="m-0 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 leading-normal">
        <dt className="text-ink-3">Written by</dt>
        <dd className="m-0">{plan.authors.map((author) => author.name).join(", ") || "Nobody yet"}</dd>
        <dt className="text-ink-3">Due</dt>
        <dd className="m-0">
          {plan.due || "Not set"}
          {plan.isLate ? <span className="font-semibold text-broken">, late</span> : null}
        </dd>
        <dt className="text-ink-3">Embargo</dt>
        <dd className="m-0">{plan.embargo || "None"}</dd>
        {plan.assignment ? (
          <>
            <dt className="text-ink-3">Asked for</dt>
            <dd className="m-0 break-words whitespace-pre-line">{plan.assignment}</dd>
          </>
        ) : null}
      </dl>
      {mayPlan ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => setOpen("assign")}>Assign</Button>
          <Button
            refusedBecause={plan.out === "all" ? refusalWords.out_already : undefined}
            onClick={() => setOpen("embargo")}
          >
            Embargo
          </Button>
        </div>
      ) : null}
      {open === "assign" ? <AssignForm plan={plan} onClose={() => setOpen(null)} /> : null}
      {open === "embargo" ? <EmbargoForm plan={plan} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

type FormProps = { plan: Plan; onClose: () => void };

function AssignForm({ plan, onClose }: FormProps) {
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

const leadOfStory =
  "Before that moment the story goes out on no way at all, and nobody can override it. A story scheduled for before it is taken off the schedule.";
const leadOfChange =
  "Readers have this story already, and keep it as it is. Before that moment no change to it goes out on any way at all, and nobody can override it. To take from them what they have, withdraw the story.";

function EmbargoForm({ plan, onClose }: FormProps) {
  const router = useRouter();
  const announce = useAnnounce();
  const [until, setUntil] = useState(plan.embargoLocal);
  const [which, setWhich] = useState<"first" | "second" | undefined>(undefined);
  const { run, pending, error, refusal } = useCommand(setEmbargo);
  const isTwice = typeof refusal === "object" && refusal !== null && refusal.unclear === "twice";
  const send = async (moment: string) => {
    if (!(await run({ id: plan.storyId, until: moment, which }))) return;
    onClose();
    announce(moment ? "The embargo is set." : "The embargo is lifted.");
    router.refresh();
  };
  return (
    <Dialog
      title="Embargo"
      lead={plan.out === "older copy" ? leadOfChange : leadOfStory}
      busy={pending}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(until);
        }}
      >
        <TextField
          label="Until"
          type="datetime-local"
          required
          autoFocus
          hint={`Newsroom time: ${plan.zoneName}.`}
          value={until}
          onChange={(event) => {
            setUntil(event.target.value);
            setWhich(undefined);
          }}
        />
        {isTwice || which ? (
          <fieldset className="m-0 mb-4 flex gap-5 border-0 p-0 text-[14px]">
            <legend className="sr-only">Which of the two</legend>
            {(["first", "second"] as const).map((each) => (
              <label key={each} className="flex items-center gap-2">
                <input type="radio" name="which" checked={which === each} onChange={() => setWhich(each)} />
                The {each} one
              </label>
            ))}
          </fieldset>
        ) : null}
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          {plan.embargoLocal ? (
            <Button pending={pending} onClick={() => void send("")}>
              Lift the embargo
            </Button>
          ) : null}
          <Button type="submit" look="strong" pending={pending} pendingLabel="Setting …">
            Set embargo
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
