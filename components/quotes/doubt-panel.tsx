"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { closeTask, disputeQuote } from "@/app/actions/quotes";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { useCommand } from "@/components/desk/use-command";
import { disputeLimits } from "@/domain/dispute-rules";
import { quoteStateNames, type StateOfQuote, type TaskEnding } from "@/domain/quotes";

const buttons: Record<StateOfQuote, string> = {
  disputed: "Dispute …",
  retracted: "Retract …",
  stands: "It stands …",
};
const titles: Record<StateOfQuote, string> = {
  disputed: "Dispute this quote",
  retracted: "Retract this quote",
  stands: "Say that this quote stands",
};
const leads: Record<StateOfQuote, string> = {
  disputed:
    "Every story that shows it is marked, approvals lapse, and each live story gets a correction to make. It is a warning before approval.",
  retracted:
    "Every story that shows it is marked, approvals lapse, and each live story gets a correction to make. No story with it can be approved.",
  stands: "The marks go, and what was still to be corrected because of it is closed.",
};
const tones = { stands: "sourced", disputed: "attention", retracted: "broken" } as const;

type Props = {
  quoteId: string;
  state: StateOfQuote;
  /** What this person may say of it now. */
  may: readonly StateOfQuote[];
  doubts: readonly {
    readonly id: string;
    readonly state: StateOfQuote;
    readonly by: string;
    readonly why: string;
    readonly when: string;
  }[];
  tasks: readonly {
    readonly id: string;
    readonly storyId: string;
    readonly headline: string | null;
    readonly closedHow: TaskEnding | null;
    readonly closedBy: string | null;
    readonly reason: string;
  }[];
};

const endings: Record<TaskEnding, string> = {
  corrected: "corrected",
  stands: "closed: the quote stands",
  no_correction: "left as it is",
};

/** Whether a quote still stands: what was said of it, by whom and why, and what became of the stories that show it. */
export function DoubtPanel({ quoteId, state, may, doubts, tasks }: Props) {
  const [saying, say] = useState<StateOfQuote | null>(null);
  return (
    <section aria-labelledby="stands">
      <h2 id="stands" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Does it stand?
      </h2>
      <p className="m-0 mb-2 flex flex-wrap items-center gap-2">
        <Pill tone={tones[state]}>{quoteStateNames[state]}</Pill>
        {may.map((each) => (
          <Button key={each} onClick={() => say(each)}>
            {buttons[each]}
          </Button>
        ))}
      </p>
      {doubts.length > 0 ? (
        <ol aria-label="What was said of it" className="m-0 mb-3 list-none divide-y divide-rule p-0">
          {doubts.map((each) => (
            <li key={each.id} className="py-2 [overflow-wrap:anywhere]">
              <b className="font-semibold">{quoteStateNames[each.state]}</b>{" "}
              <span className="text-ink-3">
                · <bdi>{each.by}</bdi>, {each.when}
              </span>
              <p dir="auto" className="m-0 whitespace-pre-line">
                {each.why}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="m-0 text-ink-3">Nobody has disputed it.</p>
      )}
      {tasks.length > 0 ? (
        <ul aria-label="Live stories" className="m-0 list-none divide-y divide-rule border-t border-rule p-0">
          {tasks.map((task) => (
            <li key={task.id} className="py-2 [overflow-wrap:anywhere]">
              {task.headline === null ? (
                <span className="text-ink-2">A story of somebody else’s</span>
              ) : (
                <Link href={`/desk/stories/${task.storyId}/review`} dir="auto" className="font-semibold">
                  {task.headline || "Untitled story"}
                </Link>
              )}
              <span className={task.closedHow ? "text-ink-3" : "font-semibold text-broken"}>
                {" "}
                · {task.closedHow ? endings[task.closedHow] : "to be corrected"}
                {task.closedBy ? ` by ${task.closedBy}` : ""}
              </span>
              {task.reason ? (
                <p dir="auto" className="m-0 text-ink-2">
                  {task.reason}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {saying ? <Say quoteId={quoteId} state={saying} onClose={() => say(null)} /> : null}
    </section>
  );
}

function Say({ quoteId, state, onClose }: { quoteId: string; state: StateOfQuote; onClose: () => void }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [why, setWhy] = useState("");
  const { run, pending, error } = useCommand(disputeQuote);
  return (
    <Dialog title={titles[state]} lead={leads[state]} busy={pending} onClose={onClose}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const done = await run({ id: quoteId, state, why });
          if (!done) return;
          const { tasks } = done.value;
          const live = tasks === 1 ? "1 live story" : `${tasks} live stories`;
          announce(
            `${quoteStateNames[state]}. ${
              tasks > 0 ? (state === "stands" ? `${live} put in order.` : `${live} to correct.`) : ""
            }`.trim(),
          );
          onClose();
          router.refresh();
        }}
      >
        <TextArea
          label="Why"
          hint="It stays on file, with your name. Name no confidential source here."
          rows={3}
          maxLength={disputeLimits.why}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look={state === "stands" ? "go" : "stop"}
            type="submit"
            pending={pending}
            pendingLabel="Putting down …"
          >
            {titles[state]}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type ToMake = {
  readonly id: string;
  readonly quoteId: string;
  readonly speaker: string;
  readonly state: StateOfQuote;
  readonly verbatim: string;
  readonly why: string;
  readonly openedBy: string;
  readonly when: string;
};

/** What a live story has to have corrected, because a quote in it is in doubt. */
export function CorrectionsToMake({ tasks, mayLeave }: { tasks: readonly ToMake[]; mayLeave: boolean }) {
  const [leaving, leave] = useState<ToMake | null>(null);
  if (tasks.length === 0) return null;
  return (
    <section
      aria-labelledby="to-correct"
      className="mx-auto mb-4 max-w-[780px] rounded-lg border border-broken/40 bg-broken-soft px-4.5 py-3.5 text-[14px] leading-normal"
    >
      <h2 id="to-correct" className="m-0 mb-1 font-ui text-[14px] font-semibold">
        {tasks.length === 1 ? "A correction to make" : `${tasks.length} corrections to make`}
      </h2>
      <p className="m-0 mb-2 text-ink-2">
        Readers have these words before them. Take them out and publish with Correct, or say why not.
      </p>
      <ul className="m-0 list-none p-0">
        {tasks.map((task) => (
          <li
            key={task.id}
            className="flex flex-wrap items-end gap-x-4 gap-y-2 border-t border-broken/25 py-2.5"
          >
            <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
              <Link href={`/desk/quotes/${task.quoteId}`} dir="auto" className="font-head text-[16px] italic">
                <span className="line-clamp-2">“{task.verbatim}”</span>
              </Link>
              <p className="m-0">
                <b className="font-semibold">
                  <bdi>{task.speaker}</bdi>: {quoteStateNames[task.state].toLowerCase()}
                </b>{" "}
                <span className="text-ink-2">
                  · {task.openedBy}, {task.when}
                </span>
              </p>
              <p dir="auto" className="m-0 text-ink-2">
                {task.why}
              </p>
            </div>
            {mayLeave ? <Button onClick={() => leave(task)}>Leave it …</Button> : null}
          </li>
        ))}
      </ul>
      {leaving ? <Leave task={leaving} onClose={() => leave(null)} /> : null}
    </section>
  );
}

function Leave({ task, onClose }: { task: ToMake; onClose: () => void }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { run, pending, error } = useCommand(closeTask);
  return (
    <Dialog
      title="Leave it uncorrected"
      lead="The story stays as readers have it. The reason stays on file, with your name."
      busy={pending}
      onClose={onClose}
    >
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (await run({ id: task.id, reason })) {
            onClose();
            router.refresh();
          }
        }}
      >
        <TextArea
          label="Reason"
          rows={3}
          maxLength={disputeLimits.why}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="stop" type="submit" pending={pending} pendingLabel="Putting down …">
            Leave it uncorrected
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
