"use client";

import { type FormEvent, useState } from "react";
import { correct, putBack, schedule, sendBack, withdraw } from "@/app/actions/stories";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { seenByReaders } from "@/components/desk/with-readers";
import type { AskingMove } from "@/domain/board";
import type { ChangedSentence } from "@/domain/corrections";
import type { MovableStory } from "./bar";
import { SentenceFields } from "./sentence-fields";
import { type WhichHour, WhichHourChoice } from "./which-hour";

/** What came of a move, in words, with the story's address where readers are concerned. `isLate`: a server has not
 * confirmed in time. */
export type Done = { readonly words: string; readonly address?: string; readonly isLate?: boolean };

type Props = {
  story: MovableStory;
  onClose: () => void;
  onDone: (done: Done) => void;
};

/** The form behind a move that asks for a note, a text or a moment. What was typed stays when the move is refused. */
export function MoveForm({ move, ...props }: Props & { move: AskingMove }) {
  const forms = {
    send_back: SendBack,
    schedule: Schedule,
    correct: Correct,
    withdraw: Withdraw,
    put_back: PutBack,
  } as const satisfies Record<AskingMove, (props: Props) => React.ReactNode>;
  const Form = forms[move];
  return <Form {...props} />;
}

const submitting = (send: () => Promise<void>) => (event: FormEvent) => {
  event.preventDefault();
  void send();
};

function Foot({
  onClose,
  pending,
  label,
  pendingLabel,
  look = "strong",
}: {
  onClose: () => void;
  pending: boolean;
  label: string;
  pendingLabel: string;
  look?: "strong" | "stop" | "go";
}) {
  return (
    <DialogFoot>
      <Button onClick={onClose} refusedBecause={pending ? "Wait for the answer." : undefined}>
        Cancel
      </Button>
      <Button type="submit" look={look} pending={pending} pendingLabel={pendingLabel}>
        {label}
      </Button>
    </DialogFoot>
  );
}

function SendBack({ story, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  const { run, pending, error } = useCommand(sendBack);
  const send = async () => {
    if (await run({ id: story.id, note })) onDone({ words: "Sent back with your note." });
  };
  return (
    <Dialog
      title="Send back"
      lead="The story goes back to drafting. Its author reads your note at the top of the story."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={submitting(send)}>
        <TextArea
          label="Note"
          hint="What has to change, so that the author knows what to do."
          required
          autoFocus
          rows={4}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <Foot onClose={onClose} pending={pending} label="Send back" pendingLabel="Sending back …" />
      </form>
    </Dialog>
  );
}

function Schedule({ story, onClose, onDone }: Props) {
  const [moment, setMoment] = useState(story.suggestedLocal);
  const [which, setWhich] = useState<WhichHour>(undefined);
  const { run, pending, error, refusal } = useCommand(schedule);
  const isTwice = typeof refusal === "object" && refusal !== null && refusal.unclear === "twice";
  const send = async () => {
    const set = await run({ id: story.id, moment, which });
    if (set) onDone({ words: `Scheduled for ${set.value.words}.` });
  };
  return (
    <Dialog
      title="Schedule"
      lead="At that moment the rights and checks are judged again, and the story goes out by itself."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={submitting(send)}>
        <TextField
          label="Goes out"
          type="datetime-local"
          required
          autoFocus
          min={story.nowLocal}
          value={moment}
          hint={`Newsroom time: ${story.zoneName}. It is ${story.nowLocal.slice(11)} there now.`}
          onChange={(event) => {
            setMoment(event.target.value);
            setWhich(undefined);
          }}
        />
        {isTwice || which ? <WhichHourChoice which={which} onChoose={setWhich} /> : null}
        {error ? <Notice>{error}</Notice> : null}
        <Foot onClose={onClose} pending={pending} label="Schedule" pendingLabel="Scheduling …" />
      </form>
    </Dialog>
  );
}

const kinds = [
  ["correction", "Correction", "Something was wrong."],
  ["clarification", "Clarification", "Something was right and could be misread."],
  ["update", "Update", "Something happened since."],
] as const;
type Kind = (typeof kinds)[number][0];

function Correct({ story, onClose, onDone }: Props) {
  const [kind, setKind] = useState<Kind>("correction");
  const [text, setText] = useState("");
  const [sentence, setSentence] = useState<ChangedSentence>(story.changed?.[0] ?? { was: "", says: "" });
  const { run, pending, error } = useCommand(correct);
  const send = async () => {
    const made = await run({ id: story.id, kind, text, ...sentence });
    if (!made) return;
    const { address, confirmed } = made.value;
    onDone({ words: `${seenByReaders("Corrected.", confirmed)} at`, address, isLate: !confirmed });
  };
  return (
    <Dialog
      title="Correct"
      lead="Publishes the approved text with a dated note. The note stands on the story and at /corrections, and can never be deleted."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={submitting(send)}>
        <fieldset className="m-0 mb-4 border-0 p-0">
          <legend className="mb-1 text-[13px] font-semibold text-ink-2">Kind</legend>
          {kinds.map(([name, label, meaning]) => (
            <label key={name} className="flex items-baseline gap-2 py-0.5 text-[14px]">
              <input type="radio" name="kind" checked={kind === name} onChange={() => setKind(name)} />
              <span>
                {label} <span className="text-ink-3">{meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <SentenceFields changed={story.changed ?? []} sentence={sentence} onChange={setSentence} />
        <TextArea
          label="What readers are told"
          hint="What was wrong, and why: “An earlier version said 23 councils would attend. It is 25.”"
          required
          rows={4}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <Foot onClose={onClose} pending={pending} label="Correct" pendingLabel="Publishing …" look="go" />
      </form>
    </Dialog>
  );
}

function Withdraw({ story, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  const [readersNote, setReadersNote] = useState("");
  const { run, pending, error } = useCommand(withdraw);
  const send = async () => {
    const gone = await run({ id: story.id, note, readersNote });
    if (!gone) return;
    const { address, confirmed } = gone.value;
    if (confirmed) return onDone({ words: "Withdrawn. No reader is shown it any more." });
    const words =
      "Withdrawn. One server has not confirmed in time and may show it for some seconds. See what readers get at";
    onDone({ words, address, isLate: true });
  };
  return (
    <Dialog
      title="Withdraw"
      lead={`“${story.headline || "Untitled"}” leaves every page, feed and search at once. Its address tells readers that it was withdrawn.`}
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={submitting(send)}>
        <TextArea
          label="Why, on file"
          hint="Stays on the trail. Readers never see it."
          required
          autoFocus
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <TextArea
          label="Note for readers"
          hint="Stands at the story’s address. May be left empty."
          maxLength={2_000}
          value={readersNote}
          onChange={(event) => setReadersNote(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <Foot onClose={onClose} pending={pending} label="Withdraw" pendingLabel="Withdrawing …" look="stop" />
      </form>
    </Dialog>
  );
}

function PutBack({ story, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  const { run, pending, error } = useCommand(putBack);
  const send = async () => {
    const back = await run({ id: story.id, note });
    if (!back) return;
    const { address, confirmed } = back.value;
    const words = seenByReaders("Put back.", confirmed, "Readers see it again");
    onDone({ words: `${words} at`, address, isLate: !confirmed });
  };
  return (
    <Dialog
      title="Put back"
      lead="Readers see the story again, as it was when it was withdrawn."
      busy={pending}
      onClose={onClose}
    >
      <form onSubmit={submitting(send)}>
        <TextArea
          label="Why"
          hint="Stays on the trail."
          autoFocus
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {error ? <Notice>{error}</Notice> : null}
        <Foot onClose={onClose} pending={pending} label="Put back" pendingLabel="Putting back …" look="go" />
      </form>
    </Dialog>
  );
}
